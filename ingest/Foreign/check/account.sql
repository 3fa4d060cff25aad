-- Accounts that come twice, or stand for none of the standard chart.
insert into quarantined by name
select
    'account' as table_name,
    incoming.row_no as row_no,
    'account_code' as column_name,
    incoming.account_code as cell,
    'twice' as fault,
from incoming_account as incoming
qualify row_number() over (partition by incoming.account_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'account' as table_name,
    incoming.row_no as row_no,
    'chart_code' as column_name,
    incoming.chart_code as cell,
    'not_in_chart' as fault,
from incoming_account as incoming
where not regexp_full_match(incoming.chart_code, '[1-6][0-9]{3}.*');

delete from incoming_account
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'account'
);
