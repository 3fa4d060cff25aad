-- Price lists that come twice, or end before they begin.
insert into quarantined by name
select
    'price_list' as table_name,
    incoming.row_no as row_no,
    'price_list_code' as column_name,
    incoming.price_list_code as cell,
    'twice' as fault,
from incoming_price_list as incoming
qualify row_number() over (partition by incoming.price_list_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'price_list' as table_name,
    incoming.row_no as row_no,
    'valid_to' as column_name,
    incoming.valid_to::varchar as cell,
    'ends_early' as fault,
from incoming_price_list as incoming
where incoming.valid_to < incoming.valid_from;

delete from incoming_price_list
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'price_list'
);
