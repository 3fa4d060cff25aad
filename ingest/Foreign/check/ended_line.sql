-- Endings of what is no line of a document, or that come twice.
insert into quarantined by name
select
    'ended_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'unknown' as fault,
from incoming_ended_line as incoming
anti join incoming_document_line as line
    on line.document_id = incoming.document_id and line.line_no = incoming.line_no
anti join quarantined as refused on refused.document_id = incoming.document_id;

insert into quarantined by name
select
    'ended_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_ended_line as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;
