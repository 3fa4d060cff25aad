-- Lines that buy or sell. In these views quantity and amounts bear the sign of what the stock does;
-- a sale is positive here. discounttotal is the amount without tax after the discount. A line may
-- say which line of an order it follows; those bear no sign.
select
    bill.billid * 3 as document_id,
    line.ord as line_no,
    item.usercode as item_code,
    case when bill.billtype in (34, 706, 6, 708) then line.qty else -line.qty end as qty,
    case
        when bill.billtype in (34, 706, 6, 708) then line.discounttotal
        else -line.discounttotal
    end as net_amount,
    case when bill.billtype in (34, 706, 6, 708) then line.taxtotal else -line.taxtotal end
        as tax_amount,
    round(
        case
            when bill.billtype in (34, 706, 6, 708) then line.total - line.discounttotal
            else line.discounttotal - line.total
        end,
        4
    ) as discount_amount,
    case when bill.billtype in (34, 706, 6, 708) then line.costtotal else -line.costtotal end
        as cost_amount,
    case when line.ordercode > 0 then line.ordercode * 3 + 2 end as original_id,
    case when line.ordercode > 0 then line.orderdlycode end as original_line_no
from vinoutstocktable as line
inner join vbillindex_query as bill on bill.billid = line.billid
left join ptype as item on item.typeid = line.ptypeid
where
    bill.draft = 0
    and bill.redword = 0
    and bill.billtype in (34, 706, 6, 708, 11, 151, 45, 152)
union all
select
    ticket.billid * 3 + 1 as document_id,
    line.ord as line_no,
    item.usercode as item_code,
    -line.qty as qty,
    -line.discounttotal as net_amount,
    -line.taxtotal as tax_amount,
    round(line.discounttotal - line.total, 4) as discount_amount,
    -line.costtotal as cost_amount,
    null as original_id,
    null as original_line_no
from vretailbill as line
inner join vretailbillindex as ticket on ticket.billid = line.billid
left join ptype as item on item.typeid = line.ptypeid
where ticket.draft = 0
union all
select
    ordered.vchcode * 3 + 2 as document_id,
    line.dlyorder as line_no,
    item.usercode as item_code,
    line.qty as qty,
    line.discounttotal as net_amount,
    line.taxtotal as tax_amount,
    round(line.total - line.discounttotal, 4) as discount_amount,
    0 as cost_amount,
    null as original_id,
    null as original_line_no
from bakdlyorder as line
inner join dlyndxorder as ordered on ordered.vchcode = line.vchcode
left join ptype as item on item.typeid = line.ptypeid
where ordered.vchtype in (150, 151)
order by document_id, line_no;
