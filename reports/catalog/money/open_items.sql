-- title:  未核销清单 | Open items
-- grain:  document_key, line_no
-- params: as_of date = today
--         account text = 1122
--         party text optional
--         overdue_only bool = false
--         amount_unit text = yuan in yuan|wan
-- drill:  money/settlements
-- why:    某日往来科目上每张单据还有多少未结，距起算日多少天，逾期多少天。借方为正：我们欠的科目（2202）
--         未结为负。以后发生的不改变它。 |
--         What is still open of each document on an account by party as of a day, with its age
--         from the origin date and the days beyond its due date. Debit is positive: on an
--         account owed by us (2202) what is open is negative.
--         Nothing dated after the day changes the list.
with settled as (
    select
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account,
        sum(allocation.settled_amount) as total_settled,
    from allocation
    where allocation.business_date <= $as_of
    group by
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account
)

select
    open_item.document_key as document_key,
    open_item.line_no as line_no,
    open_item.document_no as document_no,
    open_item.document_kind as document_kind,
    open_item.party_code as party_code,
    open_item.party_name as party_name,
    open_item.employee_name as employee_name,
    open_item.store_name as store_name,
    open_item.business_date as business_date,
    open_item.origin_date as origin_date,
    open_item.due_date as due_date,
    open_item.item_amount as item_amount,
    coalesce(settled.total_settled, 0) as settled_amount,
    open_item.item_amount - coalesce(settled.total_settled, 0) as open_amount,
    date_diff('day', open_item.origin_date, $as_of) as age_days,
    greatest(date_diff('day', open_item.due_date, $as_of), 0) as overdue_days,
from open_item
left join settled
    on settled.item_document_key = open_item.document_key
    and settled.item_line_no = open_item.line_no
    and settled.account = open_item.account
where
    open_item.account = $account
    and open_item.business_date <= $as_of
    and open_item.item_amount <> coalesce(settled.total_settled, 0)
    and coalesce($party, open_item.party_code) = open_item.party_code
    and (not $overdue_only or open_item.due_date < $as_of)
order by open_item.due_date, open_item.document_key, open_item.line_no
