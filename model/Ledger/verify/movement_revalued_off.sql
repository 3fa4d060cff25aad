-- Movements that do not keep what revaluations add to them; and revaluations of a receipt that do not
-- bring into the books what they say.
with revalued as (
    select
        note.source_seq as seq,
        note.source_line_no as line_no,
        sum(worth.own_value) as value
    from stock_movement as note
    inner join movement_worth as worth on worth.seq = note.seq and worth.line_no = note.line_no
    where
        note.cost_basis = 3
        and note.source_seq > 0
        and not exists (
            select 1 from state_reversed where state_reversed.seq = note.seq
        )
    group by note.source_seq, note.source_line_no
)

select revalued.seq, revalued.line_no, revalued.value
from revalued
left join state_movement
    on state_movement.seq = revalued.seq and state_movement.line_no = revalued.line_no
where coalesce(state_movement.revalued, 0) <> revalued.value
union all
select state_movement.seq, state_movement.line_no, state_movement.revalued
from state_movement
left join revalued
    on revalued.seq = state_movement.seq and revalued.line_no = state_movement.line_no
where state_movement.revalued <> coalesce(revalued.value, 0)
union all
select note.seq, note.line_no, note.value
from stock_movement as note
left join movement_worth as worth on worth.seq = note.seq and worth.line_no = note.line_no
where
    note.cost_basis = 3
    and note.source_seq > 0
    and coalesce(worth.own_value, 0) <> note.value;
