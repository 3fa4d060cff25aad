-- title:  预收预付 | Advances received and paid
-- grain:  by_code, side
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         amount_unit text = yuan in yuan|wan
-- drill:  money/statement
-- why:    客户预收（2203）、供应商预付（1123）在期间内新增和用掉的，以及期末未用的。不是应收账款上没核
--         销的收款：那在账龄分析里叫未核销收款。 |
--         What was received in advance of customers (received, 2203) or paid in advance to
--         suppliers (paid, 1123), what was used of it in the period, and what is open at its end.
--         Not what a receipt left on the receivable itself: that is unapplied in money/aging.
select
    advance.by_code as by_code,
    max(advance.by_name) as by_name,
    advance.side as side,
    coalesce(
        sum(advance.advance_amount - advance.used_amount)
            filter (advance.business_date < $from_date),
        0
    ) as opening_amount,
    coalesce(sum(advance.advance_amount) filter (advance.business_date >= $from_date), 0)
        as advance_amount,
    coalesce(sum(advance.used_amount) filter (advance.business_date >= $from_date), 0)
        as used_amount,
    sum(advance.advance_amount - advance.used_amount) as open_amount,
from advance
where advance.business_date <= $to_date
group by advance.by_code, advance.side
having
    sum(advance.advance_amount - advance.used_amount) <> 0
    or count(*) filter (advance.business_date >= $from_date) > 0
order by advance.by_code, advance.side
