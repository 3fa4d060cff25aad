-- No money movement may name a store, a party, an employee or a day that its dimension does not
-- hold.
select
    money.document_key as document_key,
    money.line_no as line_no,
    money.store_id as store_id,
    money.debit_party_id as debit_party_id,
    money.credit_party_id as credit_party_id,
    money.employee_key as employee_key,
    money.business_date as business_date,
from fact_money as money
left join dim_store as store
    on store.store_key = money.store_key and store.store_id = money.store_id
left join dim_party as party
    on party.party_key = money.party_key and party.party_id = money.party_id
left join dim_employee as employee on employee.employee_key = money.employee_key
left join dim_date as calendar on calendar.calendar_date = money.business_date
left join (select distinct known.party_id from dim_party as known) as debit
    on debit.party_id = money.debit_party_id
left join (select distinct known.party_id from dim_party as known) as credit
    on credit.party_id = money.credit_party_id
where store.store_key is null
    or party.party_key is null
    or employee.employee_key is null
    or calendar.date_key is null
    or debit.party_id is null
    or credit.party_id is null
order by money.document_key, money.line_no
limit 100;
