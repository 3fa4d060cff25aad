-- Versions of channels, sorted by channel_key.
insert into dim_channel by name
select
    -1 as channel_key,
    -1 as channel_id,
    '' as channel_code,
    '' as channel_name,
    -1 as parent_id,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    list_value.version_id as channel_key,
    list_value.list_value_id as channel_id,
    list_value.value_code as channel_code,
    list_value.value_name as channel_name,
    list_value.parent_id as parent_id,
    list_value.is_active = 1 as is_active,
    epoch_ms(list_value.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(list_value.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(list_value.version_id) over versions is null as is_current,
from staging_list_value as list_value
where list_value.list_name = 'channel'
window versions as (partition by list_value.list_value_id order by list_value.version_id)
order by channel_key;
