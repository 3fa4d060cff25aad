-- Of what changed, the ranges from the one before its first changed day on are put together anew.
create or replace temp table staging_kept_daily_batch_stock as
with touched as (
    select
        change.depot_id as depot_id,
        change.item_id as item_id,
        change.batch_id as batch_id,
        min(change.business_date) as first_date,
    from staging_stock_change as change
    group by change.depot_id, change.item_id, change.batch_id
)
select
    stock.depot_id as depot_id,
    stock.item_id as item_id,
    stock.batch_id as batch_id,
    stock.from_date as from_date,
    stock.opening_qty as opening_qty,
    stock.in_qty as in_qty,
    stock.out_qty as out_qty,
from fact_daily_batch_stock as stock
inner join touched
    on touched.depot_id = stock.depot_id
    and touched.item_id = stock.item_id
    and touched.batch_id = stock.batch_id
where stock.to_date >= touched.first_date - 1;
delete from fact_daily_batch_stock as stock
using staging_kept_daily_batch_stock as kept
where kept.depot_id = stock.depot_id
    and kept.item_id = stock.item_id
    and kept.batch_id = stock.batch_id
    and kept.from_date = stock.from_date;
