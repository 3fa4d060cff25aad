-- title:  资金余额与收支 | Cash and bank
-- grain:  account
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         amount_unit text = yuan in yuan|wan
-- drill:  money/fund_flow
-- why:    现金（1001）、银行（1002）和其他货币资金（1012，渠道未结算的）的期初、收、
--         付和期末。两个账户之间的转账两边都算。 |
--         Opening, received, paid and closing of cash (1001), bank (1002) and other money (1012,
--         what channels have not settled yet). A transfer between two of them counts in both.
with sides as (
    select money.debit_account as account, money.business_date, money.amount as moved
    from money
    where left(money.debit_account, 4) in ('1001', '1002', '1012')
    union all
    select money.credit_account, money.business_date, -money.amount
    from money
    where left(money.credit_account, 4) in ('1001', '1002', '1012')
)

select
    sides.account as account,
    coalesce(sum(sides.moved) filter (sides.business_date < $from_date), 0) as opening_amount,
    coalesce(
        sum(sides.moved) filter (sides.moved > 0 and sides.business_date >= $from_date), 0
    ) as debited_amount,
    coalesce(
        -sum(sides.moved) filter (sides.moved < 0 and sides.business_date >= $from_date), 0
    ) as credited_amount,
    sum(sides.moved) as balance_amount,
from sides
where sides.business_date <= $to_date
group by sides.account
order by sides.account
