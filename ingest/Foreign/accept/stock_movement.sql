-- Stock movements, at the moment of their document.
insert into staging_stock_movement by name
select
    incoming.document_id as seq,
    incoming.line_no as line_no,
    source_key('item', incoming.item_code) as item_id,
    source_key('store', incoming.depot_code) as depot_id,
    location.number as counter_location,
    incoming.line_no as document_line_no,
    coalesce(batch_key(incoming.item_code, incoming.batch_no), -1) as batch_id,
    -1 as bin_id,
    0 as cost_basis,
    -1 as source_seq,
    -1 as source_line_no,
    document.business_at as business_at,
    document.business_date as business_date,
    (incoming.qty * 10000)::bigint as qty,
    (incoming.value_amount * 10000)::bigint as value,
from incoming_stock_movement as incoming
inner join staging_document as document on document.seq = incoming.document_id
inner join known_location as location on location.name = incoming.counter_location;
