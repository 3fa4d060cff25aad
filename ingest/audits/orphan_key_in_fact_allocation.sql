-- No allocation may name a store, a party, an employee or a day
-- that its dimension does not hold, nor an item that is not there.
select
    allocation.document_key as document_key,
    allocation.line_no as line_no,
    allocation.store_key as store_key,
    allocation.party_key as party_key,
    allocation.party_id as party_id,
    allocation.employee_key as employee_key,
    allocation.business_date as business_date,
from fact_allocation as allocation
left join dim_store as store
    on store.store_key = allocation.store_key and store.store_id = allocation.store_id
left join dim_party as party
    on party.party_key = allocation.party_key and party.party_id = allocation.party_id
left join dim_employee as employee on employee.employee_key = allocation.employee_key
left join dim_date as calendar on calendar.calendar_date = allocation.business_date
left join fact_open_item as item
    on item.document_key = allocation.item_document_key and item.line_no = allocation.item_line_no
where store.store_key is null
    or party.party_key is null
    or calendar.date_key is null
    or employee.employee_key is null
    or item.document_key is null
order by allocation.document_key, allocation.line_no
limit 100;
