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
left join dim_date as calendar on calendar.calendar_date = sales.business_date
where store.store_key is null
    or depot.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or calendar.date_key is null
order by sales.document_key, sales.line_no
limit 100;
