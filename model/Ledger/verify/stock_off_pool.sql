-- Items of which the stock by batch and bin, with what moved without either where that is not kept,
-- is not what their pools hold.
with kept as (
    select item_id, sum(qty) as qty
    from state_stock
    where item_id in (select item_id from batch)
    group by item_id
),

plain as (
    select movement.item_id, sum(movement.qty) as qty
    from stock_movement as movement
    left join state_stock
        on
            state_stock.item_id = movement.item_id
            and state_stock.depot_id = movement.depot_id
            and state_stock.batch_id = -1
            and state_stock.bin_id = -1
    where
        movement.item_id in (select item_id from kept)
        and movement.batch_id = -1
        and movement.bin_id = -1
        and state_stock.item_id is null
    group by movement.item_id
),

pooled as (
    select item_id, sum(qty) as qty
    from state_pool
    where item_id in (select item_id from kept)
    group by item_id
)

select kept.item_id, kept.qty, pooled.qty as pool_qty
from kept
left join plain on plain.item_id = kept.item_id
left join pooled on pooled.item_id = kept.item_id
where kept.qty + coalesce(plain.qty, 0) <> coalesce(pooled.qty, 0);
