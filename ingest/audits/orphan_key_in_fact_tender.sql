-- No means of payment may name a store, a party, an employee or a day
-- that its dimension does not hold.
select
    part.document_key as document_key,
    part.line_no as line_no,
    part.store_key as store_key,
    part.party_key as party_key,
    part.party_id as party_id,
    part.employee_key as employee_key,
    part.business_date as business_date,
from fact_tender as part
left join dim_store as store
    on store.store_key = part.store_key and store.store_id = part.store_id
left join dim_party as party
    on party.party_key = part.party_key and party.party_id = part.party_id
left join dim_employee as employee on employee.employee_key = part.employee_key
left join dim_date as calendar on calendar.calendar_date = part.business_date
where store.store_key is null
    or party.party_key is null
    or calendar.date_key is null
    or employee.employee_key is null
order by part.document_key, part.line_no
limit 100;
