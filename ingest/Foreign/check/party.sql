-- Parties that come twice.
insert into quarantined by name
select
    'party' as table_name,
    incoming.row_no as row_no,
    'party_code' as column_name,
    incoming.party_code as cell,
    'twice' as fault,
from incoming_party as incoming
qualify row_number() over (partition by incoming.party_code order by incoming.row_no) > 1;

delete from incoming_party
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'party'
);
