-- Goods that left one depot and reached no other.
select account as what, '' as place, amount
from state_balance
where substr(account, 1, 4) = '1402' and amount <> 0
order by account, party_id;
