-- Movements whose adjusted cost is not the sum of their adjustments. An adjustment bears the sign
-- of its line's cost: an issue's its own, a receipt's the other; the other way round where a line
-- that goes out is negative.
with adjusted as (
    select
        cost_adjustment.original_seq as seq,
        cost_adjustment.original_movement_no as line_no,
        sum(
            case
                when
                    (
                        stock_movement.qty < 0
                        and cost_adjustment.kind not in ('purchase_return', 'prize_collection')
                    )
                    or (
                        stock_movement.qty > 0
                        and cost_adjustment.kind in ('purchase_return', 'prize_collection')
                    )
                    then cost_adjustment.cost_amount
                else -cost_adjustment.cost_amount
            end
        ) as cost
    from cost_adjustment
    left join stock_movement
        on
            stock_movement.seq = cost_adjustment.original_seq
            and stock_movement.line_no = cost_adjustment.original_movement_no
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
