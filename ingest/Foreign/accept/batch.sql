-- Batches, where each first came in: those of which nothing moved are left out. Of a batch that was
-- bought, by whom it was delivered.
insert into staging_batch by name
with received as (
    select
        movement.item_code as item_code,
        movement.batch_no as batch_no,
        movement.line_no as line_no,
        document.document_id as document_id,
        if(document.kind = 'purchase_receipt', document.party_code, null) as party_code,
    from incoming_stock_movement as movement
    inner join incoming_document as document on document.document_id = movement.document_id
    where movement.batch_no is not null
    qualify row_number() over (
        partition by movement.item_code, movement.batch_no
        order by
            movement.qty <= 0,
            coalesce(document.business_at, document.business_date),
            document.document_id,
            movement.line_no
    ) = 1
)
select
    received.document_id as seq,
    received.line_no as line_no,
    batch_key(incoming.item_code, incoming.batch_no) as batch_id,
    source_key('item', incoming.item_code) as item_id,
    incoming.batch_no as batch_no,
    '' as lot_no,
    '' as supplier_batch_no,
    coalesce(source_key('party', received.party_code), -1) as party_id,
    coalesce(strftime(incoming.produced_date, '%Y%m%d')::bigint, 0) as produced_on,
    coalesce(strftime(incoming.expiry_date, '%Y%m%d')::bigint, 0) as expires_on,
    if(incoming.expiry_date is null, '', 'day') as expiry_precision,
from incoming_batch as incoming
inner join received
    on received.item_code = incoming.item_code and received.batch_no = incoming.batch_no;
