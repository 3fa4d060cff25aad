-- No month may move other money than posting counted.
with found as (
    select
        money.month_key::bigint as month_key,
        sum(money.amount) as total,
    from fact_money as money
    group by money.month_key
),
expected as (
    select
        control.month_key as month_key,
        (control.total * 0.0001)::decimal(38, 4) as total,
    from staging_control as control
    where control.measure = 'money_amount'
)
select
    coalesce(found.month_key, expected.month_key) as month_key,
    coalesce(found.total, 0) as in_star,
    coalesce(expected.total, 0) as in_ledger,
from found
full join expected on expected.month_key = found.month_key
where coalesce(found.total, 0) <> coalesce(expected.total, 0)
order by month_key;
