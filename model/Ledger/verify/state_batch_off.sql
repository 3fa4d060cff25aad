-- Batches that are not looked up as they first came in, and look-ups of no batch.
select batch.item_id, batch.batch_no, batch.lot_no
from batch
left join state_batch
    on
        state_batch.item_id = batch.item_id
        and state_batch.batch_no = batch.batch_no
        and state_batch.lot_no = batch.lot_no
where
    coalesce(state_batch.batch_id, 0) <> batch.batch_id
    or state_batch.produced_on <> batch.produced_on
    or state_batch.expires_on <> batch.expires_on
    or state_batch.expiry_precision <> batch.expiry_precision
    or batch.batch_id <> batch.seq * 100000 + batch.line_no
union all
select state_batch.item_id, state_batch.batch_no, state_batch.lot_no
from state_batch
left join batch
    on
        batch.item_id = state_batch.item_id
        and batch.batch_no = state_batch.batch_no
        and batch.lot_no = state_batch.lot_no
where batch.batch_id is null;
