-- No item's batches may add up to another quantity than the item on any day: of each depot what
-- came in and went out is compared, weighed by its day too, and that each batch's ranges are one
-- chain.
with batch as (
    select
        stock.depot_id as depot_id,
        stock.item_id as item_id,
        stock.batch_id as batch_id,
        sum(stock.in_qty) as in_qty,
        sum(stock.out_qty) as out_qty,
        sum((stock.in_qty - stock.out_qty) * (stock.from_date - date '1900-01-01')::integer)
            as weighed_qty,
        sum(if(stock.to_date = date '9999-12-31', stock.closing_qty, 0)) as closing_qty,
        count(*) filter (
            where stock.closing_qty <> stock.opening_qty + stock.in_qty - stock.out_qty
        ) as wrong_count,
        bit_xor(hash(stock.from_date, stock.opening_qty)) as openings,
        bit_xor(
            case
                when stock.to_date < date '9999-12-31'
                    then hash(stock.to_date + 1, stock.closing_qty)
                else 0::ubigint
            end
        ) as closings,
        hash(min(stock.from_date), 0::decimal(18, 4)) as beginning,
    from fact_daily_batch_stock as stock
    group by stock.depot_id, stock.item_id, stock.batch_id
),
by_batch as (
    select
        batch.depot_id as depot_id,
        batch.item_id as item_id,
        sum(batch.in_qty) as in_qty,
        sum(batch.out_qty) as out_qty,
        sum(batch.weighed_qty) as weighed_qty,
        sum(batch.closing_qty) as closing_qty,
        count(*) filter (
            where batch.wrong_count > 0 or batch.openings <> xor(batch.closings, batch.beginning)
        ) as broken_count,
    from batch
    group by batch.depot_id, batch.item_id
),
by_item as (
    select
        stock.depot_id as depot_id,
        stock.item_id as item_id,
        sum(stock.in_qty) as in_qty,
        sum(stock.out_qty) as out_qty,
        sum((stock.in_qty - stock.out_qty) * (stock.from_date - date '1900-01-01')::integer)
            as weighed_qty,
        sum(if(stock.to_date = date '9999-12-31', stock.closing_qty, 0)) as closing_qty,
    from fact_daily_stock as stock
    semi join dim_batch as known on known.item_id = stock.item_id
    group by stock.depot_id, stock.item_id
)
select
    coalesce(by_batch.depot_id, by_item.depot_id) as depot_id,
    coalesce(by_batch.item_id, by_item.item_id) as item_id,
    by_batch.broken_count as broken_count,
    coalesce(by_batch.closing_qty, 0) as qty_of_batches,
    coalesce(by_item.closing_qty, 0) as qty_of_item,
from by_batch
full join by_item
    on by_item.depot_id = by_batch.depot_id and by_item.item_id = by_batch.item_id
where by_batch.broken_count > 0
    or coalesce(by_batch.in_qty, 0) <> coalesce(by_item.in_qty, 0)
    or coalesce(by_batch.out_qty, 0) <> coalesce(by_item.out_qty, 0)
    or coalesce(by_batch.weighed_qty, 0) <> coalesce(by_item.weighed_qty, 0)
    or coalesce(by_batch.closing_qty, 0) <> coalesce(by_item.closing_qty, 0)
order by depot_id, item_id
limit 100;
