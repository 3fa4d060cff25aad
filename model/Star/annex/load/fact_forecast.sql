-- Sorted by item_id, store_id, horizon_date, so that one item's days lie together.
insert into fact_forecast by name
select
    given.item_id as item_id,
    given.store_id as store_id,
    given.horizon_date as horizon_date,
    year(given.horizon_date) * 100 + month(given.horizon_date) as month_key,
    given.as_of_date as as_of_date,
    given.horizon_date - given.as_of_date as horizon_days,
    given.p10_qty as p10_qty,
    given.p50_qty as p50_qty,
    given.p90_qty as p90_qty,
    given.total_p10_qty as total_p10_qty,
    given.total_p50_qty as total_p50_qty,
    given.total_p90_qty as total_p90_qty,
    given.model_name as model_name,
    $made_at::timestamp as made_at,
    $from_generation as from_generation,
from staging_fact_forecast as given
order by given.item_id, given.store_id, given.horizon_date;
