-- No code may belong to two things as they are now: reports group by code.
with thing as (
    select 'dim_item' as table_name, item.item_code as code
    from dim_item as item
    where item.is_current
    union all
    select 'dim_party', party.party_code from dim_party as party where party.is_current
    union all
    select 'dim_store', store.store_code from dim_store as store where store.is_current
    union all
    select 'dim_employee', employee.employee_code
    from dim_employee as employee
    where employee.is_current
)
select
    thing.table_name as table_name,
    thing.code as code,
    count(*) as row_count,
from thing
group by thing.table_name, thing.code
having count(*) > 1
order by thing.table_name, thing.code
limit 100;
