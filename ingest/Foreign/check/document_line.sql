-- Lines that come twice, or name an item that is not there.
insert into quarantined by name
select
    'document_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_document_line as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'document_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'item_code' as column_name,
    incoming.item_code::varchar as cell,
    'unknown' as fault,
from incoming_document_line as incoming
anti join incoming_item as known on known.item_code = incoming.item_code
where incoming.item_code is not null;
