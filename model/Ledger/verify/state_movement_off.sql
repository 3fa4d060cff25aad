-- Movements whose adjusted cost is not the sum of their adjustments, each of the sign of its line.
with adjusted as (
    select
        cost_adjustment.original_seq as seq,
        cost_adjustment.original_movement_no as line_no,
        sum(
            case
                when document_line.qty > 0 then cost_adjustment.cost_amount
                else -cost_adjustment.cost_amount
            end
        ) as cost
    from cost_adjustment
    left join document_line
        on
            document_line.seq = cost_adjustment.original_seq
            and document_line.line_no = cost_adjustment.original_line_no
    where cost_adjustment.original_movement_no > 0
    group by cost_adjustment.original_seq, cost_adjustment.original_movement_no
)

select adjusted.seq, adjusted.line_no, adjusted.cost
from adjusted
left join state_movement
    on state_movement.seq = adjusted.seq and state_movement.line_no = adjusted.line_no
where coalesce(state_movement.adjusted_cost, 0) <> adjusted.cost
union all
select state_movement.seq, state_movement.line_no, state_movement.adjusted_cost
from state_movement
left join adjusted
    on adjusted.seq = state_movement.seq and adjusted.line_no = state_movement.line_no
where state_movement.adjusted_cost <> coalesce(adjusted.cost, 0);
