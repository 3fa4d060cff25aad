select
    item.seq,
    item.line_no,
    item.account,
    item.party_id,
    item.business_date,
    item.due_date,
    item.origin_date,
    item.amount,
    state.remaining,
    coalesce(freed.freed_on, -1) as freed_on,
    coalesce(document.original_seq, -1) as original_seq
from state_open_item as state
inner join open_item as item on item.seq = state.seq and item.line_no = state.line_no
left join state_item_freed as freed
    on freed.seq = item.seq and freed.line_no = item.line_no
left join document as document on document.seq = item.seq
where state.account = @account and state.party_id = @party_id
order by item.due_date, item.seq, item.line_no;
