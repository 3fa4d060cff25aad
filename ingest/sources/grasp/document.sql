-- Posted documents (draft = 0) but for red pairs, tickets of tills, and the opening stock as one
-- document of the first day. Ids of the three do not meet: × 3, and 0, 1 or 2 added.
select
    bill.billid * 3 as document_id,
    case
        when bill.billtype in (34, 706) then 'purchase_receipt'
        when bill.billtype in (6, 708) then 'purchase_return'
        when bill.billtype in (11, 151) then 'sale'
        when bill.billtype in (45, 152) then 'sale_return'
        else 'other_in'
    end as kind,
    bill.billcode as document_no,
    bill.billdate as business_date,
    bill.billdate as business_at,
    place.usercode as store_code,
    party.usercode as party_code,
    employee.usercode as employee_code
from vbillindex_query as bill
left join stock as place on place.typeid = bill.ktypeid
left join btype as party on party.typeid = bill.btypeid
left join employee as employee on employee.typeid = bill.etypeid
where bill.draft = 0 and bill.redword = 0
union all
select
    ticket.billid * 3 + 1 as document_id,
    case when ticket.billtype in (45, 152) then 'sale_return' else 'sale' end as kind,
    ticket.billcode as document_no,
    ticket.billdate as business_date,
    ticket.billdate as business_at,
    place.usercode as store_code,
    null as party_code,
    employee.usercode as employee_code
from vretailbillindex as ticket
left join stock as place on place.typeid = ticket.ktypeid
left join employee as employee on employee.typeid = ticket.etypeid
where ticket.draft = 0
union all
select
    2 as document_id,
    'opening_stock' as kind,
    'OPENING' as document_no,
    min(bill.billdate) as business_date,
    min(bill.billdate) as business_at,
    null as store_code,
    null as party_code,
    null as employee_code
from vbillindex_query as bill
where bill.draft = 0
having count(*) > 0
order by document_id;
