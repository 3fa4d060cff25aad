-- Documents whose id comes twice or is none, or that name what is not there. They go at the end,
-- with what hangs on them.
insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'document_id' as column_name,
    incoming.document_id::varchar as cell,
    'twice' as fault,
from incoming_document as incoming
qualify count(*) over (partition by incoming.document_id) > 1;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'document_id' as column_name,
    incoming.document_id::varchar as cell,
    'not_positive' as fault,
from incoming_document as incoming
where incoming.document_id <= 0;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'kind' as column_name,
    incoming.kind::varchar as cell,
    'unknown' as fault,
from incoming_document as incoming
anti join known_kind as known on known.kind = incoming.kind
where incoming.kind is not null;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'store_code' as column_name,
    incoming.store_code::varchar as cell,
    'unknown' as fault,
from incoming_document as incoming
anti join incoming_store as known on known.store_code = incoming.store_code
where incoming.store_code is not null;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'depot_code' as column_name,
    incoming.depot_code::varchar as cell,
    'unknown' as fault,
from incoming_document as incoming
anti join incoming_store as known on known.store_code = incoming.depot_code
where incoming.depot_code is not null;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'party_code' as column_name,
    incoming.party_code::varchar as cell,
    'unknown' as fault,
from incoming_document as incoming
anti join incoming_party as known on known.party_code = incoming.party_code
where incoming.party_code is not null;

insert into quarantined by name
select
    'document' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'employee_code' as column_name,
    incoming.employee_code::varchar as cell,
    'unknown' as fault,
from incoming_document as incoming
anti join incoming_employee as known on known.employee_code = incoming.employee_code
where incoming.employee_code is not null;
