-- Losses and gains that nothing settled yet.
select account as what, '' as place, amount
from state_balance
where substr(account, 1, 4) = '1901' and amount <> 0
order by account, party_id;
