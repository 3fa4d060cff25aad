-- Rows of a forecast that cannot be: two for one item, store and day, a day that is not to come,
-- quantiles out of order, less than nothing, an item or a store that the base does not know.
with judged as (
    select
        forecast.item_id as item_id,
        forecast.store_id as store_id,
        forecast.horizon_date as horizon_date,
        case
            when count(*) over (
                partition by forecast.item_id, forecast.store_id, forecast.horizon_date
            ) > 1 then 'twice'
            when forecast.horizon_days < 1 then 'not after as_of_date'
            when forecast.p10_qty < 0 then 'less than nothing'
            when forecast.p10_qty > forecast.p50_qty
                or forecast.p50_qty > forecast.p90_qty
                or forecast.total_p10_qty > forecast.total_p50_qty
                or forecast.total_p50_qty > forecast.total_p90_qty
                then 'quantiles out of order'
            when forecast.total_p10_qty < 0 then 'less than nothing'
            when forecast.model_name = '' then 'no model_name'
            when forecast.item_id not in (select item.item_id from base.dim_item as item)
                then 'unknown item'
            when forecast.store_id not in (select store.store_id from base.dim_store as store)
                then 'unknown store'
        end as fault,
    from fact_forecast as forecast
)
select
    judged.fault
        || ': item_id ' || judged.item_id
        || ', store_id ' || judged.store_id
        || ', horizon_date ' || judged.horizon_date as found
from judged
where judged.fault is not null
order by judged.item_id, judged.store_id, judged.horizon_date;
