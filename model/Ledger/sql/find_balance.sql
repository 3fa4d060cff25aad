select account, party_id, amount
from state_balance
where account = @account and party_id = @party_id;
