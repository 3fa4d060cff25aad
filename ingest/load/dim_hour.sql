-- The hours of a day, sorted by hour_key.
insert into dim_hour by name
with hours as (
    select unnest(range(24)) as hour_id
)
select
    hours.hour_id as hour_key,
    hours.hour_id as hour_id,
    lpad(hours.hour_id::varchar, 2, '0') as hour_code,
    lpad(hours.hour_id::varchar, 2, '0') || ':00' as hour_name,
    true as is_current,
from hours
order by hour_key;
