-- No delivered line may name a version, a thing or a day that its dimension does not hold.
select
    delivery.document_key as document_key,
    delivery.line_no as line_no,
    delivery.store_key as store_key,
    delivery.store_id as store_id,
    delivery.depot_id as depot_id,
    delivery.party_key as party_key,
    delivery.party_id as party_id,
    delivery.item_key as item_key,
    delivery.item_id as item_id,
    delivery.employee_key as employee_key,
    delivery.employee_id as employee_id,
    delivery.business_date as business_date,
from fact_delivery as delivery
left join dim_store as store
    on store.store_key = delivery.store_key and store.store_id = delivery.store_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = delivery.depot_id
left join dim_party as party
    on party.party_key = delivery.party_key and party.party_id = delivery.party_id
left join dim_item as item
    on item.item_key = delivery.item_key and item.item_id = delivery.item_id
left join dim_employee as employee
    on employee.employee_key = delivery.employee_key
    and employee.employee_id = delivery.employee_id
left join dim_date as calendar on calendar.calendar_date = delivery.business_date
where store.store_key is null
    or depot.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or calendar.date_key is null
order by delivery.document_key, delivery.line_no
limit 100;
