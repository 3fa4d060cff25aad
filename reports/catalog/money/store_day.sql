-- title:  门店日清日结 | Day report of stores
-- grain:  by_code, bucket
-- params: period text = this_week
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         grain text = day in none|day|week|month
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    每天的小票和销售额，与收到的款并排（优惠不是收款）。差额是挂账的或没收到的。没有销售也没有收款的日子
--         没有行。 |
--         Tickets and sales of each day beside what was tendered for them (discounts are no
--         tender). The difference is what was sold on credit or is not paid for.
--         A day of a store without sales or tender has no row.
with parts as (
    select
        sales.by_code,
        sales.by_name,
        bucket.bucket_date,
        sales.ticket_count as tickets,
        sales.gross_amount as sold,
        0 as tendered,
    from sales
    inner join bucket on sales.business_date between bucket.from_date and bucket.to_date
    union all
    select
        tender.by_code,
        tender.by_name,
        bucket.bucket_date,
        0,
        0,
        tender.tender_amount,
    from tender
    inner join bucket on tender.business_date between bucket.from_date and bucket.to_date
    where not tender.is_discount
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    parts.bucket_date as bucket,
    sum(parts.tickets) as ticket_count,
    sum(parts.sold) as gross_amount,
    sum(parts.tendered) as tender_amount,
    sum(parts.sold) - sum(parts.tendered) as difference_amount,
from parts
group by parts.by_code, parts.bucket_date
