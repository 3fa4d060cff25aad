select cast(coalesce(sum(balance.amount), 0) as bigint) as owed
from state_balance as balance
inner join state_master as known on known.kind = 'party' and known.id = balance.party_id
inner join party on party.version_id = known.version_id
inner join state_master as looking on looking.kind = 'employee' and looking.id = party.employee_id
inner join employee on employee.version_id = looking.version_id
where balance.account = @account and employee.department_id = @department_id;
