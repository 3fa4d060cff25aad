-- Posted documents (draft = 0) but for red pairs, tickets of tills, orders, and the opening stock
-- and balances as one document of the first day. Ids do not meet: × 3, and 0, 1 or 2 added; 2 is
-- the opening.
select
    bill.billid * 3 as document_id,
    case
        when bill.billtype in (34, 706) then 'purchase_receipt'
        when bill.billtype in (6, 708) then 'purchase_return'
        when bill.billtype in (11, 151) then 'sale'
        when bill.billtype in (45, 152) then 'sale_return'
        when bill.billtype = 4 then 'money_receipt'
        when bill.billtype = 66 then 'money_payment'
        when bill.billtype = 36 then 'expense'
        when bill.billtype = 125 then 'journal_voucher'
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
    ordered.vchcode * 3 + 2 as document_id,
    case when ordered.vchtype = 150 then 'purchase_order' else 'sales_order' end as kind,
    ordered.number as document_no,
    ordered.date as business_date,
    ordered.date as business_at,
    place.usercode as store_code,
    party.usercode as party_code,
    employee.usercode as employee_code
from dlyndxorder as ordered
left join stock as place on place.typeid = ordered.ktypeid
left join btype as party on party.typeid = ordered.btypeid
left join employee as employee on employee.typeid = ordered.etypeid
where ordered.vchtype in (150, 151)
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
