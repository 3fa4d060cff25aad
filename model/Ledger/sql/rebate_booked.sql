-- What a rebate of a key booked, and what of that was settled, nothing of one that was reversed or
-- is not posted; and whether it waits to be.
select
    cast(coalesce(abs(sum(item.amount)), 0) as bigint) as booked,
    cast(
        coalesce(abs(sum(item.amount - coalesce(left_open.remaining, 0))), 0) as bigint
    ) as paid,
    max(case when known.status in ('draft', 'awaiting') then 1 else 0 end) as is_pending
from state_document as known
left join open_item as item
    on item.seq = known.seq and known.status = 'posted' and item.account = @account
left join state_open_item as left_open
    on
        left_open.account = item.account
        and left_open.party_id = item.party_id
        and left_open.seq = item.seq
        and left_open.line_no = item.line_no
where known.document_key = @document_key
group by known.document_key;
