-- Receipts that no sale and payments that no purchase is settled with.
select
    party.code as what,
    open.account as place,
    open.remaining as amount
from state_open_item as open
inner join state_master as party on party.kind = 'party' and party.id = open.party_id
where
    (substr(open.account, 1, 4) = '1122' and open.remaining < 0)
    or (substr(open.account, 1, 4) = '2202' and open.remaining > 0)
order by party.code, open.seq, open.line_no;
