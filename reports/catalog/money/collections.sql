-- title:  回款统计 | Collections
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         account text = 1122
--         compare list of window = none
--         amount_unit text = yuan in yuan|wan
-- chart:  bar by_name collected_amount
-- drill:  money/settlements
-- why:    期间内核销了多少应收，其中多少是逾期的，距起算日多少天（按金额加权）。与退货对冲也算；
--         转到医保机构的申报和它的审核不算回款。不是收款：收进来还没核销任何单据的不算。 |
--         What was settled of debited items (sales) in the period, how much of it late, and how
--         many days after the origin, weighted by amount. Set off against returns counts too;
--         a claim that moves debts to the insurance office, or its review, collects nothing.
--         Not receipts: money taken in that settles nothing yet is not counted.
select
    allocation.by_code as by_code,
    max(allocation.by_name) as by_name,
    coalesce(sum(allocation.settled_amount), 0) as collected_amount,
    coalesce(
        sum(allocation.settled_amount) filter (allocation.due_date < allocation.business_date), 0
    ) as collected_late_amount,
    case
        when sum(allocation.settled_amount) > 0
            then sum(
                allocation.settled_amount
                * date_diff('day', allocation.origin_date, allocation.business_date)
            ) / sum(allocation.settled_amount)
    end as collection_days,
from allocation
inner join bucket on allocation.business_date between bucket.from_date and bucket.to_date
where
    allocation.account = $account
    and allocation.side = 'debit'
    and allocation.document_kind not in ('insurance_claim', 'insurance_review')
group by allocation.by_code
