-- Items that come twice, or whose category is not there.
insert into quarantined by name
select
    'item' as table_name,
    incoming.row_no as row_no,
    'item_code' as column_name,
    incoming.item_code as cell,
    'twice' as fault,
from incoming_item as incoming
qualify row_number() over (partition by incoming.item_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'item' as table_name,
    incoming.row_no as row_no,
    'category_code' as column_name,
    incoming.category_code::varchar as cell,
    'unknown' as fault,
from incoming_item as incoming
anti join incoming_category as known on known.category_code = incoming.category_code
where incoming.category_code is not null;

delete from incoming_item
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'item'
);
