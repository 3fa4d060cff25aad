-- No invoice line may name a version, a thing or a day that its dimension does not hold.
select
    invoice.document_key as document_key,
    invoice.line_no as line_no,
    invoice.store_key as store_key,
    invoice.store_id as store_id,
    invoice.party_key as party_key,
    invoice.party_id as party_id,
    invoice.item_key as item_key,
    invoice.item_id as item_id,
    invoice.employee_key as employee_key,
    invoice.employee_id as employee_id,
    invoice.business_date as business_date,
from fact_invoice as invoice
left join dim_store as store
    on store.store_key = invoice.store_key and store.store_id = invoice.store_id
left join dim_party as party
    on party.party_key = invoice.party_key and party.party_id = invoice.party_id
left join dim_item as item
    on item.item_key = invoice.item_key and item.item_id = invoice.item_id
left join dim_employee as employee
    on employee.employee_key = invoice.employee_key
    and employee.employee_id = invoice.employee_id
left join dim_date as calendar on calendar.calendar_date = invoice.business_date
where store.store_key is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or calendar.date_key is null
order by invoice.document_key, invoice.line_no
limit 100;
