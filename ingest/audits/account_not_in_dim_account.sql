-- No money may be booked on an account that the dimension of accounts does not hold.
with booked as (
    select money.debit_account as account_code, money.document_key as document_key
    from fact_money as money
    union all
    select money.credit_account, money.document_key
    from fact_money as money
)
select
    booked.account_code as account_code,
    min(booked.document_key) as first_document_key,
    count(*) as row_count,
from booked
anti join dim_account as account on account.account_code = booked.account_code
group by booked.account_code
order by booked.account_code
limit 100;
