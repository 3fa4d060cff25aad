-- No key may stand twice in a dimension, and nothing may have other than one current version.
with version as (
    select 'dim_item' as table_name, item.item_key as key, item.item_id as id, item.is_current
    from dim_item as item
    union all by name
    select 'dim_party' as table_name, party.party_key as key, party.party_id as id, party.is_current
    from dim_party as party
    union all by name
    select 'dim_store' as table_name, store.store_key as key, store.store_id as id, store.is_current
    from dim_store as store
    union all by name
    select
        'dim_employee' as table_name,
        employee.employee_key as key,
        employee.employee_id as id,
        employee.is_current,
    from dim_employee as employee
    union all by name
    select
        'dim_date' as table_name,
        calendar.date_key as key,
        calendar.date_key as id,
        true as is_current,
    from dim_date as calendar
)
select
    version.table_name as table_name,
    'key' as what,
    version.key as value,
    count(*) as row_count,
from version
group by version.table_name, version.key
having count(*) <> 1
union all by name
select
    version.table_name as table_name,
    'current versions of id' as what,
    version.id as value,
    count(*) filter (where version.is_current) as row_count,
from version
group by version.table_name, version.id
having count(*) filter (where version.is_current) <> 1
order by table_name, what, value
limit 100;
