-- Stores that come twice, or are of no known kind.
insert into quarantined by name
select
    'store' as table_name,
    incoming.row_no as row_no,
    'store_code' as column_name,
    incoming.store_code as cell,
    'twice' as fault,
from incoming_store as incoming
qualify row_number() over (partition by incoming.store_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'store' as table_name,
    incoming.row_no as row_no,
    'store_kind' as column_name,
    incoming.store_kind as cell,
    'unknown' as fault,
from incoming_store as incoming
where incoming.store_kind not in ('store', 'depot', 'counter');

delete from incoming_store
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'store'
);
