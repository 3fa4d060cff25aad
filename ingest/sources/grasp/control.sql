-- The source's own sums, a row for each document and measure. Signs as in document_line.sql;
-- rounded, for engines that add up in floating point.
with line as (
    select
        bill.billid * 3 as document_id,
        case
            when bill.billtype in (34, 706, 6, 708) then 'purchase'
            when bill.billtype in (11, 151, 45, 152) then 'sales'
            else 'stock'
        end as subject,
        moved.qty,
        moved.total,
        moved.discounttotal,
        moved.taxtotal,
        moved.costtotal
    from vinoutstocktable as moved
    inner join vbillindex_query as bill on bill.billid = moved.billid
    where bill.draft = 0 and bill.redword = 0
    union all
    select
        ticket.billid * 3 + 1,
        'sales',
        moved.qty,
        moved.total,
        moved.discounttotal,
        moved.taxtotal,
        moved.costtotal
    from vretailbill as moved
    inner join vretailbillindex as ticket on ticket.billid = moved.billid
    where ticket.draft = 0
    union all
    select
        2,
        'stock',
        opening.qty,
        0,
        0,
        0,
        opening.total
    from inigoodsstocks as opening
),
side as (
    select
        bill.billid * 3 as document_id,
        bill.billtype,
        entry.atypeid,
        sum(
            case
                when entry.atypeid like '00001%' or entry.atypeid like '00004%' then entry.total
                else -entry.total
            end
        ) as debit
    from dlya as entry
    inner join vbillindex_query as bill on bill.billid = entry.vchcode
    where bill.draft = 0 and bill.redword = 0
    group by bill.billid, bill.billtype, entry.atypeid, entry.btypeid
),
opening as (
    select '0000100001' as atypeid, sum(kept.total) as debit
    from inigoodsstocks as kept
    having sum(kept.total) <> 0
    union all
    select '0000100005' as atypeid, party.artotal00 as debit
    from btype as party
    where party.sonnum = 0 and party.artotal00 <> 0
    union all
    select '0000200001' as atypeid, -party.aptotal00 as debit
    from btype as party
    where party.sonnum = 0 and party.aptotal00 <> 0
    union all
    select account.typeid as atypeid, account.ttl00 as debit
    from atype as account
    where
        account.sonnum = 0
        and account.ttl00 <> 0
        and account.typeid not in ('0000100001', '0000100005', '0000200001')
),
settled as (
    select voucher.billid * 3 as document_id, gathering.total
    from gatheringdly as gathering
    inner join vbillindex_query as voucher on voucher.billid = gathering.gatheringvchcode
    where voucher.draft = 0 and voucher.redword = 0
),
placed as (
    select bill.billid * 3 as document_id
    from vbillindex_query as bill
    inner join stock as place on place.typeid = bill.ktypeid
    where bill.draft = 0 and bill.redword = 0
    union all
    select ticket.billid * 3 + 1
    from vretailbillindex as ticket
    inner join stock as place on place.typeid = ticket.ktypeid
    where ticket.draft = 0
    union all
    select ordered.vchcode * 3 + 2
    from dlyndxorder as ordered
    inner join stock as place on place.typeid = ordered.ktypeid
    where ordered.vchtype in (150, 151)
),
order_line as (
    select
        ordered.vchcode * 3 + 2 as document_id,
        line.qty,
        line.discounttotal,
        line.taxtotal
    from bakdlyorder as line
    inner join dlyndxorder as ordered on ordered.vchcode = line.vchcode
    where ordered.vchtype in (150, 151)
)
select placed.document_id, 'store_documents' as measure, cast(count(*) as decimal(18, 4)) as total
from placed
group by placed.document_id
union all
select line.document_id, 'stock_qty', round(sum(line.qty), 4)
from line
group by line.document_id
union all
select line.document_id, 'stock_value', round(sum(line.costtotal), 4)
from line
group by line.document_id
union all
select line.document_id, 'sales_lines', count(*)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_qty', round(-sum(line.qty), 4)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_net', round(-sum(line.discounttotal), 4)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_tax', round(-sum(line.taxtotal), 4)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_discount', round(sum(line.discounttotal - line.total), 4)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_cost', round(-sum(line.costtotal), 4)
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'purchase_lines', count(*)
from line
where line.subject = 'purchase'
group by line.document_id
union all
select line.document_id, 'purchase_qty', round(sum(line.qty), 4)
from line
where line.subject = 'purchase'
group by line.document_id
union all
select line.document_id, 'purchase_net', round(sum(line.discounttotal), 4)
from line
where line.subject = 'purchase'
group by line.document_id
union all
select line.document_id, 'purchase_tax', round(sum(line.taxtotal), 4)
from line
where line.subject = 'purchase'
group by line.document_id
union all
select side.document_id, 'money_amount', round(sum(side.debit), 4)
from side
where side.debit > 0
group by side.document_id
union all
select side.document_id, 'open_item_amount', round(sum(side.debit), 4)
from side
where side.atypeid in ('0000100005', '0000200001')
group by side.document_id
union all
select 2, 'money_amount', round(sum(abs(opening.debit)), 4)
from opening
having count(*) > 0
union all
select 2, 'open_item_amount', round(sum(opening.debit), 4)
from opening
where opening.atypeid in ('0000100005', '0000200001')
having count(*) > 0
union all
select side.document_id, 'expense_amount', round(sum(side.debit), 4)
from side
where side.billtype = 36 and side.atypeid like '00004%'
group by side.document_id
union all
select settled.document_id, 'allocation_debit', round(sum(settled.total), 4)
from settled
group by settled.document_id
union all
select settled.document_id, 'allocation_credit', round(-sum(settled.total), 4)
from settled
group by settled.document_id
union all
select order_line.document_id, 'order_lines', count(*)
from order_line
group by order_line.document_id
union all
select order_line.document_id, 'order_qty', round(sum(order_line.qty), 4)
from order_line
group by order_line.document_id
union all
select order_line.document_id, 'order_net', round(sum(order_line.discounttotal), 4)
from order_line
group by order_line.document_id
union all
select order_line.document_id, 'order_tax', round(sum(order_line.taxtotal), 4)
from order_line
group by order_line.document_id
order by document_id, measure;
