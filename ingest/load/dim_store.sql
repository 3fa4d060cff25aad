-- Versions of stores and depots, sorted by store_key. A region has no master of its own: its
-- code is its name.
insert into dim_store by name
with legal_entity as (
    select
        version.legal_entity_id as legal_entity_id,
        version.legal_entity_code as legal_entity_code,
        version.legal_entity_name as legal_entity_name,
        version.taxpayer_type as taxpayer_type,
    from staging_legal_entity as version
    qualify version.version_id
        = max(version.version_id) over (partition by version.legal_entity_id)
),
department as (
    select
        version.list_value_id as department_id,
        version.value_code as value_code,
        version.value_name as value_name,
    from staging_list_value as version
    where version.list_name = 'department'
    qualify version.version_id
        = max(version.version_id) over (partition by version.list_value_id)
)
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
    '' as legal_entity_code,
    '' as legal_entity_name,
    '' as taxpayer_type,
    '' as store_department_code,
    '' as store_department_name,
    0::decimal(18, 4) as floor_area,
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
    coalesce(legal_entity.legal_entity_code, '') as legal_entity_code,
    coalesce(legal_entity.legal_entity_name, '') as legal_entity_name,
    coalesce(legal_entity.taxpayer_type, '') as taxpayer_type,
    coalesce(department.value_code, '') as store_department_code,
    coalesce(department.value_name, '') as store_department_name,
    (store.floor_area * 0.0001)::decimal(18, 4) as floor_area,
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
left join legal_entity on legal_entity.legal_entity_id = store.legal_entity_id
left join department on department.department_id = store.department_id
order by store_key;
