-- What posted documents and tickets did to the stock, and the opening stock.
select
    bill.billid * 3 as document_id,
    line.ord as line_no,
    item.usercode as item_code,
    place.usercode as depot_code,
    case
        when bill.billtype in (34, 706, 6, 708) then 'supplier'
        when bill.billtype in (11, 151, 45, 152) then 'customer'
        else 'other'
    end as counter_location,
    line.qty as qty,
    line.costtotal as value_amount,
    nullif(line.blockno, '') as batch_no
from vinoutstocktable as line
inner join vbillindex_query as bill on bill.billid = line.billid
left join ptype as item on item.typeid = line.ptypeid
left join stock as place on place.typeid = line.ktypeid
where bill.draft = 0 and bill.redword = 0
union all
select
    ticket.billid * 3 + 1 as document_id,
    line.ord as line_no,
    item.usercode as item_code,
    place.usercode as depot_code,
    'customer' as counter_location,
    line.qty as qty,
    line.costtotal as value_amount,
    nullif(line.blockno, '') as batch_no
from vretailbill as line
inner join vretailbillindex as ticket on ticket.billid = line.billid
left join ptype as item on item.typeid = line.ptypeid
left join stock as place on place.typeid = ticket.ktypeid
where ticket.draft = 0
union all
select
    2 as document_id,
    row_number() over (order by opening.ptypeid, opening.ktypeid, opening.blockno) as line_no,
    item.usercode as item_code,
    place.usercode as depot_code,
    'opening' as counter_location,
    round(sum(opening.qty), 4) as qty,
    round(sum(opening.total), 4) as value_amount,
    nullif(opening.blockno, '') as batch_no
from inigoodsstocks as opening
left join ptype as item on item.typeid = opening.ptypeid
left join stock as place on place.typeid = opening.ktypeid
group by opening.ptypeid, opening.ktypeid, opening.blockno, item.usercode, place.usercode
order by document_id, line_no;
