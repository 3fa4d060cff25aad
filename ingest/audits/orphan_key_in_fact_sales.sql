-- No sales line may name a version, a thing or a day that its dimension does not hold.
select
    sales.document_key as document_key,
    sales.line_no as line_no,
    sales.store_key as store_key,
    sales.store_id as store_id,
    sales.depot_id as depot_id,
    sales.party_key as party_key,
    sales.party_id as party_id,
    sales.item_key as item_key,
    sales.item_id as item_id,
    sales.employee_key as employee_key,
    sales.employee_id as employee_id,
    sales.department_id as department_id,
    sales.legal_entity_id as legal_entity_id,
    sales.channel_id as channel_id,
    sales.project_id as project_id,
    sales.promotion_id as promotion_id,
    sales.hour_id as hour_id,
    sales.business_date as business_date,
from fact_sales as sales
left join dim_store as store
    on store.store_key = sales.store_key and store.store_id = sales.store_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = sales.depot_id
left join dim_party as party
    on party.party_key = sales.party_key and party.party_id = sales.party_id
left join dim_item as item
    on item.item_key = sales.item_key and item.item_id = sales.item_id
left join dim_employee as employee
    on employee.employee_key = sales.employee_key and employee.employee_id = sales.employee_id
left join (select distinct known.department_id from dim_department as known) as department
    on department.department_id = sales.department_id
left join (select distinct known.legal_entity_id from dim_legal_entity as known) as legal_entity
    on legal_entity.legal_entity_id = sales.legal_entity_id
left join (select distinct known.channel_id from dim_channel as known) as channel
    on channel.channel_id = sales.channel_id
left join (select distinct known.project_id from dim_project as known) as project
    on project.project_id = sales.project_id
left join (select distinct known.promotion_id from dim_promotion as known) as promotion
    on promotion.promotion_id = sales.promotion_id
left join (select distinct known.hour_id from dim_hour as known) as hour
    on hour.hour_id = sales.hour_id
left join dim_date as calendar on calendar.calendar_date = sales.business_date
where store.store_key is null
    or depot.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or department.department_id is null
    or legal_entity.legal_entity_id is null
    or channel.channel_id is null
    or project.project_id is null
    or promotion.promotion_id is null
    or hour.hour_id is null
    or calendar.date_key is null
order by sales.document_key, sales.line_no
limit 100;
