-- Versions of accounts, sorted by account_key.
insert into dim_account by name
select
    -1 as account_key,
    -1 as account_id,
    '' as account_code,
    '' as account_name,
    '' as account_name_en,
    '' as account_kind,
    '' as account_parent,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    account.version_id as account_key,
    account.account_id as account_id,
    account.account_code as account_code,
    account.account_name as account_name,
    account.account_name as account_name_en,
    account.account_kind as account_kind,
    account.parent_code as account_parent,
    account.is_active = 1 as is_active,
    epoch_ms(account.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(account.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(account.version_id) over versions is null as is_current,
from staging_account as account
window versions as (partition by account.account_id order by account.version_id)
union all by name
select
    -known.account_code::bigint as account_key,
    -known.account_code::bigint as account_id,
    known.account_code as account_code,
    known.account_name as account_name,
    known.account_name_en as account_name_en,
    case known.account_code[1]
        when '1' then 'asset'
        when '2' then 'liability'
        when '3' then 'common'
        when '4' then 'equity'
        when '5' then 'cost'
        else 'profit_and_loss'
    end as account_kind,
    case
        when length(known.account_code) > 4 then known.account_code[1:4]
        else ''
    end as account_parent,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
from staging_built_in_account as known
anti join staging_account as own on own.account_code = known.account_code
order by account_key;
