-- Movements that come twice, or name an item, a depot, a place or a batch that is not there.
insert into quarantined by name
select
    'stock_movement' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_stock_movement as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'stock_movement' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'item_code' as column_name,
    incoming.item_code::varchar as cell,
    'unknown' as fault,
from incoming_stock_movement as incoming
anti join incoming_item as known on known.item_code = incoming.item_code
where incoming.item_code is not null;

insert into quarantined by name
select
    'stock_movement' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'depot_code' as column_name,
    incoming.depot_code::varchar as cell,
    'unknown' as fault,
from incoming_stock_movement as incoming
anti join incoming_store as known on known.store_code = incoming.depot_code
where incoming.depot_code is not null;

insert into quarantined by name
select
    'stock_movement' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'counter_location' as column_name,
    incoming.counter_location::varchar as cell,
    'unknown' as fault,
from incoming_stock_movement as incoming
anti join known_location as known on known.name = incoming.counter_location
where incoming.counter_location is not null;

insert into quarantined by name
select
    'stock_movement' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'batch_no' as column_name,
    incoming.batch_no as cell,
    'unknown' as fault,
from incoming_stock_movement as incoming
anti join incoming_batch as known
    on known.item_code = incoming.item_code and known.batch_no = incoming.batch_no
where incoming.batch_no is not null;
