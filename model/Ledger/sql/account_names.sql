-- The company's own accounts as they are now.
select account.account_code, account.account_name
from state_master as known
inner join account on account.version_id = known.version_id
where known.kind = 'account';
