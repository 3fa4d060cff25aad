-- title:  科目余额表 | Trial balance
-- grain:  account
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         store text optional
--         amount_unit text = yuan in yuan|wan
-- drill:  money/fund_flow
-- why:    各科目的期初、借方、贷方和期末：全部科目借方等于贷方，期末合计为零。借方为正。不按单位：
--         那在往来余额里；两边同一科目的分录两边都算。 |
--         Opening, debited, credited and closing of each account: debited and credited are equal
--         over all accounts, and closings come to nothing. Debit is positive. Not by party: that
--         is money/balances; an entry whose two sides are one account counts on both.
with sides as (
    select
        money.debit_account as account,
        money.debit_account_name as account_name,
        money.store_code,
        money.business_date,
        money.amount as debit,
        0 as credit,
    from money
    union all
    select
        money.credit_account,
        money.credit_account_name,
        money.store_code,
        money.business_date,
        0,
        money.amount,
    from money
)

select
    sides.account as account,
    max(sides.account_name) as account_name,
    coalesce(
        sum(sides.debit - sides.credit) filter (sides.business_date < $from_date), 0
    ) as opening_amount,
    coalesce(sum(sides.debit) filter (sides.business_date >= $from_date), 0) as debited_amount,
    coalesce(sum(sides.credit) filter (sides.business_date >= $from_date), 0) as credited_amount,
    sum(sides.debit - sides.credit) as balance_amount,
from sides
where
    sides.business_date <= $to_date
    and ($store is null or sides.store_code = $store)
group by sides.account
order by sides.account
