-- Batches, where each was first received.
select
    batch.seq,
    batch.line_no,
    batch.batch_id,
    batch.item_id,
    batch.batch_no,
    batch.lot_no,
    batch.supplier_batch_no,
    batch.party_id,
    batch.produced_on,
    batch.expires_on,
    batch.expiry_precision
from batch as batch
where batch.seq > @from_seq and batch.seq <= @to_seq
order by batch.seq, batch.line_no;
