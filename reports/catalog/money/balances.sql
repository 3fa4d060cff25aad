-- title:  往来余额 | Balances of parties
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         account text = 1122
--         amount_unit text = yuan in yuan|wan
-- drill:  money/statement
-- why:    往来科目按单位的期初、借方、贷方和期末：1122 应收、2202 应付、2203 和 1123 预收
--         预付。借方为正，欠别人的为负。不是账龄：账龄把期末按多久分开。 |
--         Opening, what was debited and credited, and closing on an account by party: 1122
--         receivables, 2202 payables, 2203 and 1123 advances. Debit is positive, so what we owe
--         is negative. Not ageing: that parts the closing by how old it is.
select
    open_item.by_code as by_code,
    max(open_item.by_name) as by_name,
    coalesce(sum(open_item.item_amount) filter (open_item.business_date < $from_date), 0)
        as opening_amount,
    coalesce(
        sum(open_item.item_amount) filter (
            open_item.item_amount > 0 and open_item.business_date >= $from_date
        ),
        0
    ) as debited_amount,
    coalesce(
        -sum(open_item.item_amount) filter (
            open_item.item_amount < 0 and open_item.business_date >= $from_date
        ),
        0
    ) as credited_amount,
    coalesce(sum(open_item.item_amount), 0) as balance_amount,
from open_item
where open_item.account = $account and open_item.business_date <= $to_date
group by open_item.by_code
having
    sum(open_item.item_amount) <> 0
    or count(*) filter (open_item.business_date >= $from_date) > 0
