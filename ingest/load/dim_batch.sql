-- Batches where they were first received, sorted by batch_id; a batch never changes.
insert into dim_batch by name
select
    batch.batch_id as batch_id,
    batch.item_id as item_id,
    batch.batch_no as batch_no,
    batch.lot_no as lot_no,
    batch.supplier_batch_no as supplier_batch_no,
    batch.party_id as party_id,
    if(
        batch.produced_on > 0,
        make_date(
            batch.produced_on // 10000, batch.produced_on // 100 % 100, batch.produced_on % 100
        ),
        null
    ) as produced_date,
    if(
        batch.expires_on > 0,
        make_date(
            batch.expires_on // 10000, batch.expires_on // 100 % 100, batch.expires_on % 100
        ),
        null
    ) as batch_end_date,
    batch.expiry_precision as expiry_precision,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as received_date,
    batch.seq as received_document_key,
    document.document_no as received_document_no,
from staging_batch as batch
inner join staging_document as document on document.seq = batch.seq
union all by name
select
    -1 as batch_id,
    -1 as item_id,
    '' as batch_no,
    '' as lot_no,
    '' as supplier_batch_no,
    -1 as party_id,
    '' as expiry_precision,
    -1 as received_document_key,
    '' as received_document_no,
where $from_seq = 0
order by batch_id;
