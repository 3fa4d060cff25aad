-- No open item may name a store, a party, an employee or a day
-- that its dimension does not hold.
select
    item.document_key as document_key,
    item.line_no as line_no,
    item.store_key as store_key,
    item.party_key as party_key,
    item.party_id as party_id,
    item.employee_key as employee_key,
    item.business_date as business_date,
from fact_open_item as item
left join dim_store as store
    on store.store_key = item.store_key and store.store_id = item.store_id
left join dim_party as party
    on party.party_key = item.party_key and party.party_id = item.party_id
left join dim_employee as employee on employee.employee_key = item.employee_key
left join dim_date as calendar on calendar.calendar_date = item.business_date
where store.store_key is null
    or party.party_key is null
    or calendar.date_key is null
    or employee.employee_key is null
order by item.document_key, item.line_no
limit 100;
