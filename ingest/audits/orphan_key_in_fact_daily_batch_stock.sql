-- No range of a batch may name an item, a depot or a batch that its dimension does not hold, begin
-- on a day that the calendar does not hold, or end before it begins.
select
    stock.depot_id as depot_id,
    stock.item_id as item_id,
    stock.batch_id as batch_id,
    stock.from_date as from_date,
    stock.to_date as to_date,
from fact_daily_batch_stock as stock
left join (select distinct known.item_id from dim_item as known) as item
    on item.item_id = stock.item_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = stock.depot_id
left join dim_batch as batch on batch.batch_id = stock.batch_id
left join dim_date as calendar on calendar.calendar_date = stock.from_date
where item.item_id is null
    or depot.store_id is null
    or batch.batch_id is null
    or (stock.batch_id > 0 and batch.item_id <> stock.item_id)
    or calendar.date_key is null
    or stock.to_date < stock.from_date
order by stock.depot_id, stock.item_id, stock.batch_id, stock.from_date
limit 100;
