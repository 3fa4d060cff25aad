select
    item.account,
    coalesce(party.party_code, '') as party_code,
    item.due_date,
    item.amount,
    coalesce(state.remaining, 0) as remaining
from open_item as item
left join party on party.version_id = item.party_id
left join state_open_item as state
    on state.account = item.account
    and state.party_id = item.party_id
    and state.seq = item.seq
    and state.line_no = item.line_no
where item.seq = @seq
order by item.line_no;
