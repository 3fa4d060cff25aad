select
    item.seq,
    item.line_no,
    item.account,
    item.party_id,
    item.business_date,
    item.due_date,
    item.origin_date,
    item.amount,
    coalesce(state.remaining, 0) as remaining,
    coalesce(freed.freed_on, -1) as freed_on,
    coalesce(document.original_seq, -1) as original_seq
from open_item as item
left join state_open_item as state
    on
        state.account = item.account
        and state.party_id = item.party_id
        and state.seq = item.seq
        and state.line_no = item.line_no
left join state_item_freed as freed
    on freed.seq = item.seq and freed.line_no = item.line_no
left join document as document on document.seq = item.seq
where item.seq = @seq
order by item.line_no;
