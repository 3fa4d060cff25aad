-- No code may belong to two things as they are now: reports group by code.
with thing as (
    select 'dim_item' as table_name, item.item_code as code
    from dim_item as item
    where item.is_current
    union all
    select 'dim_party', party.party_code
    from dim_party as party
    where party.is_current
    union all
    select 'dim_store', store.store_code
    from dim_store as store
    where store.is_current
    union all
    select 'dim_employee', employee.employee_code
    from dim_employee as employee
    where employee.is_current
    union all
    select 'dim_legal_entity', legal_entity.legal_entity_code
    from dim_legal_entity as legal_entity
    where legal_entity.is_current
    union all
    select 'dim_tender', tender.payment_means_code
    from dim_tender as tender
    where tender.is_current
    union all
    select 'dim_promotion', promotion.promotion_code
    from dim_promotion as promotion
    where promotion.is_current
    union all
    select 'dim_price_list', price_list.price_list_code
    from dim_price_list as price_list
    where price_list.is_current
    union all
    select 'dim_member_level', member_level.member_level_code
    from dim_member_level as member_level
    where member_level.is_current
    union all
    select 'dim_bin', bin.bin_code
    from dim_bin as bin
    where bin.is_current
    union all
    select 'dim_project', project.project_code
    from dim_project as project
    where project.is_current
    union all
    select 'dim_channel', channel.channel_code
    from dim_channel as channel
    where channel.is_current
    union all
    select 'dim_department', department.department_code
    from dim_department as department
    where department.is_current
    union all
    select 'dim_reason', reason.reason_code
    from dim_reason as reason
    where reason.is_current
    union all
    select 'dim_category', category.category_code
    from dim_category as category
    where category.is_current
    union all
    select 'dim_account', account.account_code
    from dim_account as account
    where account.is_current
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
