-- Pools that no movement made, and uncovered issues of a pool that lacks nothing.
select state_stock.item_id, state_stock.depot_id, state_stock.qty
from state_stock
where not exists (
    select 1
    from stock_movement
    where
        stock_movement.item_id = state_stock.item_id
        and stock_movement.depot_id = state_stock.depot_id
)
union all
select state_uncovered.item_id, state_uncovered.depot_id, state_uncovered.qty
from state_uncovered
left join state_stock
    on
        state_stock.item_id = state_uncovered.item_id
        and state_stock.depot_id = state_uncovered.depot_id
where coalesce(state_stock.qty, 0) >= 0;
