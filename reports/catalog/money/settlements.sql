-- title:  核销明细 | Settlements
-- grain:  document_key, line_no, side
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         account text = 1122
--         party text optional
--         amount_unit text = yuan in yuan|wan
-- why:    哪张单据核销了哪一项、何时、多少、距起算日多少天。取消的核销另起一行，符号相反。 |
--         Which document settled which item, when, for how much, and how many days after the
--         item's origin. A settlement taken back is a line of its own with the sign turned.
select
    allocation.document_key as document_key,
    allocation.line_no as line_no,
    allocation.side as side,
    allocation.business_date as business_date,
    allocation.document_no as document_no,
    allocation.document_kind as document_kind,
    allocation.allocation_kind as allocation_kind,
    allocation.party_code as party_code,
    allocation.party_name as party_name,
    allocation.employee_name as employee_name,
    allocation.item_document_key as item_document_key,
    allocation.counter_document_key as counter_document_key,
    allocation.origin_date as origin_date,
    allocation.due_date as due_date,
    allocation.settled_amount as settled_amount,
    date_diff('day', allocation.origin_date, allocation.business_date) as age_days,
from allocation
inner join bucket on allocation.business_date between bucket.from_date and bucket.to_date
where
    allocation.account = $account
    and coalesce($party, allocation.party_code) = allocation.party_code
order by allocation.business_date, allocation.document_key, allocation.line_no, allocation.side
