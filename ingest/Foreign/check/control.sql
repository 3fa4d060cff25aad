-- Sums of no document, and those that come twice.
insert into quarantined by name
select
    'control' as table_name,
    incoming.row_no as row_no,
    'document_id' as column_name,
    incoming.document_id::varchar as cell,
    'unknown' as fault,
from incoming_control as incoming
anti join incoming_document as document on document.document_id = incoming.document_id
anti join (
    select refused.document_id
    from quarantined as refused
    where refused.table_name = 'document' and refused.document_id is not null
) as known on known.document_id = incoming.document_id;

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
