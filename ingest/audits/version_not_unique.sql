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
    union all by name
    select
        'dim_legal_entity' as table_name,
        legal_entity.legal_entity_key as key,
        legal_entity.legal_entity_id as id,
        legal_entity.is_current,
    from dim_legal_entity as legal_entity
    union all by name
    select
        'dim_tender' as table_name,
        tender.tender_key as key,
        tender.tender_id as id,
        tender.is_current,
    from dim_tender as tender
    union all by name
    select
        'dim_promotion' as table_name,
        promotion.promotion_key as key,
        promotion.promotion_id as id,
        promotion.is_current,
    from dim_promotion as promotion
    union all by name
    select
        'dim_price_list' as table_name,
        price_list.price_list_key as key,
        price_list.price_list_id as id,
        price_list.is_current,
    from dim_price_list as price_list
    union all by name
    select
        'dim_member_level' as table_name,
        member_level.member_level_key as key,
        member_level.member_level_id as id,
        member_level.is_current,
    from dim_member_level as member_level
    union all by name
    select
        'dim_bin' as table_name,
        bin.bin_key as key,
        bin.bin_id as id,
        bin.is_current,
    from dim_bin as bin
    union all by name
    select
        'dim_project' as table_name,
        project.project_key as key,
        project.project_id as id,
        project.is_current,
    from dim_project as project
    union all by name
    select
        'dim_channel' as table_name,
        channel.channel_key as key,
        channel.channel_id as id,
        channel.is_current,
    from dim_channel as channel
    union all by name
    select
        'dim_department' as table_name,
        department.department_key as key,
        department.department_id as id,
        department.is_current,
    from dim_department as department
    union all by name
    select
        'dim_reason' as table_name,
        reason.reason_key as key,
        reason.reason_id as id,
        reason.is_current,
    from dim_reason as reason
    union all by name
    select
        'dim_category' as table_name,
        category.category_key as key,
        category.category_id as id,
        category.is_current,
    from dim_category as category
    union all by name
    select
        'dim_account' as table_name,
        account.account_key as key,
        account.account_id as id,
        account.is_current,
    from dim_account as account
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
