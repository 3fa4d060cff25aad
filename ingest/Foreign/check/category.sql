-- Categories that come twice, or whose parent is not there.
insert into quarantined by name
select
    'category' as table_name,
    incoming.row_no as row_no,
    'category_code' as column_name,
    incoming.category_code as cell,
    'twice' as fault,
from incoming_category as incoming
qualify row_number() over (partition by incoming.category_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'category' as table_name,
    incoming.row_no as row_no,
    'parent_code' as column_name,
    incoming.parent_code::varchar as cell,
    'unknown' as fault,
from incoming_category as incoming
anti join incoming_category as known on known.category_code = incoming.parent_code
where incoming.parent_code is not null;

delete from incoming_category
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'category'
);
