-- title:  客户全貌 | Customer on one page
-- grain:  party_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         party text optional
--         as_of date = today
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    一个客户是谁、与我们之间的一切：期间内买了什么、留下多少毛利，首次和最近一次购买，欠多少、
--         逾期多少，预收多少，未给的返利、积分和储值，截至某日。借方为正；没买过而有欠款的也有行。
--         不是客户盈利：返利和费用在此不扣。 |
--         Who a customer is and all that is between him and us: what he bought in the period and
--         what it left, when he bought first and last, what he owes and how much is overdue, what
--         he paid in advance, rebates not given, points and stored value, as of a day. Debit is
--         positive; who owes without ever having bought has a row too. Not the profit of a
--         customer: rebates and expenses are not taken off here.
with settled as (
    select
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account,
        sum(allocation.settled_amount) as total_settled,
    from allocation
    where allocation.account = '1122' and allocation.business_date <= $as_of
    group by allocation.item_document_key, allocation.item_line_no, allocation.account
),

undone as (
    select distinct taken_back.original_document_key
    from sales as taken_back
    where taken_back.is_reversal and taken_back.business_date <= $as_of
),

parts as (
    select
        sales.party_code,
        sum(sales.net_amount) filter (sales.business_date between $from_date and $to_date) as sold,
        sum(sales.margin_amount)
            filter (sales.business_date between $from_date and $to_date) as margin,
        sum(sales.ticket_count)
            filter (sales.business_date between $from_date and $to_date) as tickets,
        min(sales.business_date) filter (
            sales.ticket_count > 0
            and undone.original_document_key is null
            and sales.business_date <= $as_of
        ) as first_day,
        max(sales.business_date) filter (
            sales.ticket_count > 0
            and undone.original_document_key is null
            and sales.business_date <= $as_of
        ) as last_day,
        0 as owed,
        0 as late,
        0 as advanced,
        0 as rebated,
        0 as points,
        0 as stored,
    from sales
    left join undone on undone.original_document_key = sales.document_key
    where sales.party_id > 0
    group by sales.party_code
    union all
    select
        open_item.party_code,
        0,
        0,
        0,
        null,
        null,
        sum(open_item.item_amount - coalesce(settled.total_settled, 0)),
        coalesce(
            sum(open_item.item_amount - coalesce(settled.total_settled, 0))
                filter (open_item.item_amount > 0 and open_item.due_date < $as_of),
            0
        ),
        0,
        0,
        0,
        0,
    from open_item
    left join settled
        on settled.item_document_key = open_item.document_key
        and settled.item_line_no = open_item.line_no
        and settled.account = open_item.account
    where
        open_item.account = '1122'
        and open_item.party_id > 0
        and open_item.business_date <= $as_of
    group by open_item.party_code
    union all
    select
        advance.party_code,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        sum(advance.advance_amount - advance.used_amount),
        0,
        0,
        0,
    from advance
    where
        advance.side = 'received' and advance.party_id > 0 and advance.business_date <= $as_of
    group by advance.party_code
    union all
    select
        rebate.party_code,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        0,
        sum(rebate.booked_amount - rebate.paid_amount),
        0,
        0,
    from rebate
    where rebate.side = 'customer' and rebate.party_id > 0 and rebate.business_date <= $as_of
    group by rebate.party_code
    union all
    select
        points.party_code,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        0,
        0,
        sum(points.points_qty),
        sum(points.stored_paid_amount + points.stored_bonus_amount),
    from points
    where points.party_id > 0 and points.business_date <= $as_of
    group by points.party_code
),

named as (
    select
        sales.party_code,
        sales.party_name,
        sales.party_class_name,
        sales.party_region_name,
        sales.member_level_name,
        sales.owner_name,
    from sales
    where sales.party_id > 0
    union
    select
        open_item.party_code,
        open_item.party_name,
        open_item.party_class_name,
        open_item.party_region_name,
        open_item.member_level_name,
        open_item.owner_name,
    from open_item
    where open_item.account = '1122' and open_item.party_id > 0
    union
    select
        advance.party_code,
        advance.party_name,
        advance.party_class_name,
        advance.party_region_name,
        advance.member_level_name,
        advance.owner_name,
    from advance
    where advance.side = 'received' and advance.party_id > 0
    union
    select
        rebate.party_code,
        rebate.party_name,
        rebate.party_class_name,
        rebate.party_region_name,
        rebate.member_level_name,
        rebate.owner_name,
    from rebate
    where rebate.side = 'customer' and rebate.party_id > 0
    union
    select
        points.party_code,
        points.party_name,
        points.party_class_name,
        points.party_region_name,
        points.member_level_name,
        points.owner_name,
    from points
    where points.party_id > 0
)

select
    parts.party_code as party_code,
    named.party_name as party_name,
    named.party_class_name as party_class_name,
    named.party_region_name as party_region_name,
    named.member_level_name as member_level_name,
    named.owner_name as owner_name,
    min(parts.first_day) as first_sale_date,
    max(parts.last_day) as last_sold_date,
    coalesce(sum(parts.tickets), 0) as ticket_count,
    coalesce(sum(parts.sold), 0) as sales_amount,
    coalesce(sum(parts.margin), 0) as margin_amount,
    case when sum(parts.sold) > 0 then sum(parts.margin) / sum(parts.sold) end as margin_rate,
    sum(parts.owed) as balance_amount,
    sum(parts.late) as overdue_amount,
    sum(parts.advanced) as advance_open_amount,
    sum(parts.rebated) as rebate_open_amount,
    sum(parts.points) as points_held_qty,
    sum(parts.stored) as stored_held_amount,
from parts
inner join named on named.party_code = parts.party_code
where $party is null or parts.party_code = $party
group by
    parts.party_code,
    named.party_name,
    named.party_class_name,
    named.party_region_name,
    named.member_level_name,
    named.owner_name
order by sales_amount desc, party_code
