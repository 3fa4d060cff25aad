-- Targets of what is not there, of no month, whose floor is above or stretch below them, or that
-- come twice.
create temp view target_scope as
select 'company' as scope, '' as scope_code
union all
select 'store' as scope, known.store_code as scope_code
from incoming_store as known
union all
select 'employee' as scope, known.employee_code as scope_code
from incoming_employee as known
union all
select 'category' as scope, known.category_code as scope_code
from incoming_category as known
union all
select 'party' as scope, known.party_code as scope_code
from incoming_party as known;

insert into quarantined by name
select
    'target' as table_name,
    incoming.row_no as row_no,
    'scope' as column_name,
    incoming.scope as cell,
    'unknown' as fault,
from incoming_target as incoming
where incoming.scope not in ('company', 'store', 'employee', 'category', 'party');

insert into quarantined by name
select
    'target' as table_name,
    incoming.row_no as row_no,
    'scope_code' as column_name,
    coalesce(incoming.scope_code, '') as cell,
    'unknown' as fault,
from incoming_target as incoming
anti join target_scope as known
    on known.scope = incoming.scope and known.scope_code = coalesce(incoming.scope_code, '')
where incoming.scope in ('company', 'store', 'employee', 'category', 'party');

insert into quarantined by name
select
    'target' as table_name,
    incoming.row_no as row_no,
    'month_key' as column_name,
    incoming.month_key::varchar as cell,
    'not_a_month' as fault,
from incoming_target as incoming
where incoming.month_key // 100 not between 1901 and 2100
    or incoming.month_key % 100 not between 1 and 12;

insert into quarantined by name
select
    'target' as table_name,
    incoming.row_no as row_no,
    if(incoming.floor_amount > incoming.target_amount, 'floor_amount', 'stretch_amount')
        as column_name,
    if(
        incoming.floor_amount > incoming.target_amount,
        incoming.floor_amount,
        incoming.stretch_amount
    )::varchar as cell,
    'bounds_inverted' as fault,
from incoming_target as incoming
where incoming.floor_amount > incoming.target_amount
    or incoming.stretch_amount < incoming.target_amount;

insert into quarantined by name
select
    'target' as table_name,
    incoming.row_no as row_no,
    'scope_code' as column_name,
    coalesce(incoming.scope_code, '') as cell,
    'twice' as fault,
from incoming_target as incoming
qualify row_number() over (
    partition by
        incoming.scope,
        incoming.scope_code,
        incoming.measure,
        incoming.month_key
    order by incoming.row_no
) > 1;

delete from incoming_target
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'target'
);
