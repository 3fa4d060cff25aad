-- No step of an order may name a version, a thing or a day that its dimension does not hold.
select
    ordered.document_key as document_key,
    ordered.line_no as line_no,
    ordered.store_key as store_key,
    ordered.store_id as store_id,
    ordered.depot_id as depot_id,
    ordered.party_key as party_key,
    ordered.party_id as party_id,
    ordered.item_key as item_key,
    ordered.item_id as item_id,
    ordered.employee_key as employee_key,
    ordered.employee_id as employee_id,
    ordered.business_date as business_date,
from fact_order as ordered
left join dim_store as store
    on store.store_key = ordered.store_key and store.store_id = ordered.store_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = ordered.depot_id
left join dim_party as party
    on party.party_key = ordered.party_key and party.party_id = ordered.party_id
left join dim_item as item
    on item.item_key = ordered.item_key and item.item_id = ordered.item_id
left join dim_employee as employee
    on employee.employee_key = ordered.employee_key
    and employee.employee_id = ordered.employee_id
left join dim_date as calendar on calendar.calendar_date = ordered.business_date
where store.store_key is null
    or depot.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or calendar.date_key is null
order by ordered.document_key, ordered.line_no
limit 100;
