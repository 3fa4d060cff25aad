-- No open item may be settled beyond its amount, below nothing or under another account or party.
with settled as (
    select
        allocation.item_document_key as document_key,
        allocation.item_line_no as line_no,
        allocation.account as account,
        allocation.party_id as party_id,
        sum(allocation.settled_amount) as settled_amount,
    from fact_allocation as allocation
    group by
        allocation.item_document_key, allocation.item_line_no, allocation.account,
        allocation.party_id
)
select
    settled.document_key as document_key,
    settled.line_no as line_no,
    item.item_amount as item_amount,
    settled.settled_amount as settled_amount,
from settled
inner join fact_open_item as item
    on item.document_key = settled.document_key and item.line_no = settled.line_no
where settled.account <> item.account
    or settled.party_id <> item.party_id
    or settled.settled_amount * sign(item.item_amount) < 0
    or abs(settled.settled_amount) > abs(item.item_amount)
order by settled.document_key, settled.line_no
limit 100;
