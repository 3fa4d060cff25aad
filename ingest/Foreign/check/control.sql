-- Sums that come twice.
insert into quarantined by name
select
    'control' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'measure' as column_name,
    incoming.measure::varchar as cell,
    'twice' as fault,
from incoming_control as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.measure order by incoming.row_no
) > 1;
