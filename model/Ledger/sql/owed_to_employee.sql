select cast(coalesce(sum(balance.amount), 0) as bigint) as owed
from state_balance as balance
inner join state_master as known on known.kind = 'party' and known.id = balance.party_id
inner join party on party.version_id = known.version_id
where balance.account = @account and party.employee_id = @employee_id;
