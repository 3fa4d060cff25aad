-- Versions of accounts, with the moment each was recorded.
select
    account.version_id,
    account.account_id,
    account.account_code,
    account.account_name,
    account.account_kind,
    account.parent_code,
    account.is_active,
    entry.recorded_at
from account as account
inner join entry as entry on entry.seq = account.version_id
where account.version_id <= @to_seq
order by account.version_id;
