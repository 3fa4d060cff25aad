insert into state_pool (
    item_id, depot_id, batch_id, qty, value, last_cost, last_business_at, last_order, moves
)
values (
    @item_id, @depot_id, @batch_id, @qty, @value, @last_cost, @last_business_at, @last_order, @moves
)
on conflict (item_id, depot_id, batch_id) do update set
    qty = excluded.qty,
    value = excluded.value,
    last_cost = excluded.last_cost,
    last_business_at = excluded.last_business_at,
    last_order = excluded.last_order,
    moves = excluded.moves;
