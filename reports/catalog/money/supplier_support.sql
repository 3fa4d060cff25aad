-- title:  代垫费用 | Paid for suppliers
-- grain:  by_code
-- params: period text = this_year
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         amount_unit text = yuan in yuan|wan
-- drill:  money/open_items
-- why:    期间内替供应商申请和支付的（代垫）、供应商补回的、最后由公司承担的，以及期末从头累计还没收回的。
--         不是返利：供应商给的返利见返利台账。 |
--         What was requested and paid in suppliers' stead in the period (代垫), what of it they made
--         good, what the company bears after all, and what is open at the period's end of all that
--         was ever paid. Not rebates: what a supplier grants is in money/rebates.
with settled as (
    select
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account,
        sum(allocation.settled_amount) as total_settled,
    from allocation
    where allocation.business_date <= $to_date and left(allocation.account, 4) = '1221'
    group by allocation.item_document_key, allocation.item_line_no, allocation.account
),

parts as (
    select
        expense.by_code,
        expense.by_name,
        expense.requested_amount as requested,
        expense.advanced_amount as advanced,
        case when expense.account[1] in ('5', '6') then 0 else expense.recovered_amount end
            as made_good,
        case when expense.account[1] in ('5', '6') then expense.recovered_amount else 0 end
            as borne,
        0 as remaining,
    from expense
    where
        expense.business_date between $from_date and $to_date
        and expense.document_kind in (
            'advance_expense_request', 'advance_expense', 'advance_expense_settlement'
        )
    union all
    select
        open_item.by_code,
        open_item.by_name,
        0,
        0,
        0,
        0,
        open_item.item_amount - coalesce(settled.total_settled, 0),
    from open_item
    left join settled
        on settled.item_document_key = open_item.document_key
        and settled.item_line_no = open_item.line_no
        and settled.account = open_item.account
    where
        open_item.document_kind = 'advance_expense'
        and left(open_item.account, 4) = '1221'
        and open_item.business_date <= $to_date
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    coalesce(sum(parts.requested), 0) as requested_amount,
    coalesce(sum(parts.advanced), 0) as advanced_amount,
    coalesce(sum(parts.made_good), 0) as made_good_amount,
    coalesce(sum(parts.borne), 0) as borne_amount,
    coalesce(sum(parts.remaining), 0) as open_amount,
from parts
group by parts.by_code
having
    sum(parts.requested) <> 0 or sum(parts.advanced) <> 0 or sum(parts.made_good) <> 0
    or sum(parts.borne) <> 0 or sum(parts.remaining) <> 0
order by parts.by_code
