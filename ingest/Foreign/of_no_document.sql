-- Rows of the table $relation that belong to no document, neither taken nor refused.
insert into quarantined by name
select
    $table_name as table_name,
    incoming.row_no as row_no,
    'document_id' as column_name,
    incoming.document_id::varchar as cell,
    'unknown' as fault,
from query_table($relation) as incoming
anti join incoming_document as document on document.document_id = incoming.document_id
anti join (
    select refused.document_id
    from quarantined as refused
    where refused.table_name = 'document' and refused.document_id is not null
) as known on known.document_id = incoming.document_id;
