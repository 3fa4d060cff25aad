-- No batch may lie in a depot in another quantity than the Ledger has of it there.
with found as (
    select
        stock.item_id as item_id,
        stock.depot_id as depot_id,
        stock.batch_id as batch_id,
        stock.closing_qty as qty,
    from fact_daily_batch_stock as stock
    where stock.to_date = date '9999-12-31' and stock.batch_id > 0 and stock.closing_qty <> 0
),
expected as (
    select
        stock.item_id as item_id,
        stock.depot_id as depot_id,
        stock.batch_id as batch_id,
        (stock.qty * 0.0001)::decimal(18, 4) as qty,
    from staging_batch_on_hand as stock
)
select
    coalesce(found.item_id, expected.item_id) as item_id,
    coalesce(found.depot_id, expected.depot_id) as depot_id,
    coalesce(found.batch_id, expected.batch_id) as batch_id,
    coalesce(found.qty, 0) as qty_in_star,
    coalesce(expected.qty, 0) as qty_in_ledger,
from found
full join expected
    on expected.item_id = found.item_id
    and expected.depot_id = found.depot_id
    and expected.batch_id = found.batch_id
where coalesce(found.qty, 0) <> coalesce(expected.qty, 0)
order by item_id, depot_id, batch_id
limit 100;
