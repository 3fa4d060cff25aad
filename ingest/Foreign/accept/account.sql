-- Accounts by their code of the chart: one version each, from the beginning, named as the first one
-- that stands for it.
insert into staging_account by name
select
    source_key('account', incoming.chart_code) as version_id,
    source_key('account', incoming.chart_code) as account_id,
    incoming.chart_code as account_code,
    incoming.account_name as account_name,
    case incoming.chart_code[1]
        when '1' then 'asset'
        when '2' then 'liability'
        when '3' then 'common'
        when '4' then 'equity'
        when '5' then 'cost'
        else 'profit_and_loss'
    end as account_kind,
    if(length(incoming.chart_code) > 4, left(incoming.chart_code, 4), '') as parent_code,
    coalesce(incoming.is_active, true)::bigint as is_active,
    0 as recorded_at,
from incoming_account as incoming
qualify row_number() over (partition by incoming.chart_code order by incoming.row_no) = 1;
