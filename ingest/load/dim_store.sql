-- Versions of stores and depots, sorted by store_key. A region has no master of its own: its
-- code is its name.
insert into dim_store by name
select
    -1 as store_key,
    -1 as store_id,
    '' as store_code,
    '' as store_name,
    '' as store_kind,
    '' as region_code,
    '' as region_name,
    null::date as opened_date,
    null::date as closed_date,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    store.version_id as store_key,
    store.store_id as store_id,
    store.store_code as store_code,
    store.store_name as store_name,
    store.store_kind as store_kind,
    store.region as region_code,
    store.region as region_name,
    case when store.opened_on > 0 then make_date(
        store.opened_on // 10000, store.opened_on // 100 % 100, store.opened_on % 100
    ) end as opened_date,
    case when store.closed_on > 0 then make_date(
        store.closed_on // 10000, store.closed_on // 100 % 100, store.closed_on % 100
    ) end as closed_date,
    epoch_ms(store.recorded_at) as valid_from,
    coalesce(
        epoch_ms(
            lead(store.recorded_at) over (partition by store.store_id order by store.version_id)
        ),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(store.version_id) over (partition by store.store_id order by store.version_id) is null
        as is_current,
from staging_store as store
order by store_key;
