-- Parties that come twice, or whose price list is not there.
insert into quarantined by name
select
    'party' as table_name,
    incoming.row_no as row_no,
    'party_code' as column_name,
    incoming.party_code as cell,
    'twice' as fault,
from incoming_party as incoming
qualify row_number() over (partition by incoming.party_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'party' as table_name,
    incoming.row_no as row_no,
    'price_list_code' as column_name,
    incoming.price_list_code as cell,
    'unknown' as fault,
from incoming_party as incoming
anti join incoming_price_list as known on known.price_list_code = incoming.price_list_code
where incoming.price_list_code is not null;

delete from incoming_party
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'party'
);
