-- Stock by batch and bin that its movements do not add up to. What moved without either is kept
-- only where its row stands.
with moved as (
    select
        movement.item_id,
        movement.depot_id,
        coalesce(batch.expires_on, -1) as expires_on,
        movement.batch_id,
        movement.bin_id,
        sum(movement.qty) as qty
    from stock_movement as movement
    left join batch
        on
            batch.seq = movement.batch_id / 100000
            and batch.line_no = movement.batch_id % 100000
    where
        movement.batch_id >= 0
        or movement.bin_id >= 0
        or exists (
            select 1
            from state_stock as kept
            where
                kept.item_id = movement.item_id
                and kept.depot_id = movement.depot_id
                and kept.expires_on = -1
                and kept.batch_id = -1
                and kept.bin_id = -1
        )
    group by
        movement.item_id,
        movement.depot_id,
        coalesce(batch.expires_on, -1),
        movement.batch_id,
        movement.bin_id
)

select moved.item_id, moved.depot_id, moved.batch_id, moved.qty
from moved
left join state_stock
    on
        state_stock.item_id = moved.item_id
        and state_stock.depot_id = moved.depot_id
        and state_stock.expires_on = moved.expires_on
        and state_stock.batch_id = moved.batch_id
        and state_stock.bin_id = moved.bin_id
where coalesce(state_stock.qty, 0) <> moved.qty
union all
select state_stock.item_id, state_stock.depot_id, state_stock.batch_id, state_stock.qty
from state_stock
left join moved
    on
        moved.item_id = state_stock.item_id
        and moved.depot_id = state_stock.depot_id
        and moved.expires_on = state_stock.expires_on
        and moved.batch_id = state_stock.batch_id
        and moved.bin_id = state_stock.bin_id
where moved.item_id is null and state_stock.qty <> 0;
