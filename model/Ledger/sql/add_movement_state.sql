insert into state_movement (seq, line_no, adjusted_cost, was_uncovered, revalued)
values (@seq, @line_no, @adjusted_cost, @was_uncovered, @revalued)
on conflict (seq, line_no) do update set
    adjusted_cost = state_movement.adjusted_cost + excluded.adjusted_cost,
    was_uncovered = case
        when excluded.was_uncovered = 1 then 1 else state_movement.was_uncovered
    end,
    revalued = state_movement.revalued + excluded.revalued;
