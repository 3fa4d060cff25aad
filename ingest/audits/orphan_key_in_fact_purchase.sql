-- No purchase line may name a version, a thing or a day that its dimension does not hold.
select
    purchase.document_key as document_key,
    purchase.line_no as line_no,
    purchase.store_key as store_key,
    purchase.store_id as store_id,
    purchase.depot_id as depot_id,
    purchase.party_key as party_key,
    purchase.party_id as party_id,
    purchase.item_key as item_key,
    purchase.item_id as item_id,
    purchase.employee_key as employee_key,
    purchase.employee_id as employee_id,
    purchase.business_date as business_date,
from fact_purchase as purchase
left join dim_store as store
    on store.store_key = purchase.store_key and store.store_id = purchase.store_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = purchase.depot_id
left join dim_party as party
    on party.party_key = purchase.party_key and party.party_id = purchase.party_id
left join dim_item as item
    on item.item_key = purchase.item_key and item.item_id = purchase.item_id
left join dim_employee as employee
    on employee.employee_key = purchase.employee_key
    and employee.employee_id = purchase.employee_id
left join dim_date as calendar on calendar.calendar_date = purchase.business_date
where store.store_key is null
    or depot.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or calendar.date_key is null
order by purchase.document_key, purchase.line_no
limit 100;
