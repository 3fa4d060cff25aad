-- No day of a store may name a store or a day that its dimension does not hold, or stand twice.
select
    store_day.store_key as store_key,
    store_day.store_id as store_id,
    store_day.business_date as business_date,
    count(*) as row_count,
from fact_store_day as store_day
left join dim_store as store
    on store.store_key = store_day.store_key and store.store_id = store_day.store_id
left join dim_date as calendar on calendar.calendar_date = store_day.business_date
group by store_day.store_key, store_day.store_id, store_day.business_date
having count(*) > 1 or count(store.store_key) = 0 or count(calendar.date_key) = 0
order by store_day.business_date, store_day.store_id
limit 100;
