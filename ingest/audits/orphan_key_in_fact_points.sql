-- No change of what a member holds may name a store, a party, an employee or a day
-- that its dimension does not hold.
select
    change.document_key as document_key,
    change.line_no as line_no,
    change.store_key as store_key,
    change.party_key as party_key,
    change.party_id as party_id,
    change.employee_key as employee_key,
    change.business_date as business_date,
from fact_points as change
left join dim_store as store
    on store.store_key = change.store_key and store.store_id = change.store_id
left join dim_party as party
    on party.party_key = change.party_key and party.party_id = change.party_id
left join dim_employee as employee on employee.employee_key = change.employee_key
left join dim_date as calendar on calendar.calendar_date = change.business_date
where store.store_key is null
    or party.party_key is null
    or calendar.date_key is null
    or employee.employee_key is null
order by change.document_key, change.line_no
limit 100;
