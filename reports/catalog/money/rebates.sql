-- title:  返利台账 | Rebates
-- grain:  by_code, side
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         amount_unit text = yuan in yuan|wan
-- why:    期间内计提和给付的返利，以及期末未结的：欠客户的，或供应商欠的。不是政策将来会给的：
--         只算已入账的。 |
--         Rebates booked and given in the period and what is still open at its end: owed to
--         customers (customer) or by suppliers (supplier). Not what a policy will bring: only
--         what was booked.
select
    rebate.by_code as by_code,
    max(rebate.by_name) as by_name,
    rebate.side as side,
    coalesce(
        sum(rebate.booked_amount) filter (rebate.business_date >= $from_date), 0
    ) as booked_amount,
    coalesce(
        sum(rebate.paid_amount) filter (rebate.business_date >= $from_date), 0
    ) as paid_amount,
    sum(rebate.booked_amount) - sum(rebate.paid_amount) as open_amount,
from rebate
where rebate.business_date <= $to_date
group by rebate.by_code, rebate.side
order by rebate.by_code, rebate.side
