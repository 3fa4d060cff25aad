-- Batches that are not looked up as they came in, the last time where they were gone in between;
-- ones that came in anew while something of them was in the book; and look-ups of no batch.
with latest as (
    select item_id, batch_no, lot_no, max(batch_id) as batch_id
    from batch
    group by item_id, batch_no, lot_no
),

earlier as (
    select batch.item_id, batch.batch_no, batch.lot_no, batch.batch_id, batch.seq
    from batch
    left join latest on latest.batch_id = batch.batch_id
    where latest.batch_id is null
)

select batch.item_id, batch.batch_no, batch.lot_no
from batch
inner join latest on latest.batch_id = batch.batch_id
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
union all
select batch.item_id, batch.batch_no, batch.lot_no
from batch
where batch.batch_id <> batch.seq * 100000 + batch.line_no
union all
select earlier.item_id, earlier.batch_no, earlier.lot_no
from earlier
left join state_reversed on state_reversed.seq = earlier.seq
where
    state_reversed.seq is null
    or earlier.batch_id in (select trace_code.batch_id from trace_code)
    or earlier.batch_id in (select stock_freeze.batch_id from stock_freeze)
union all
select earlier.item_id, earlier.batch_no, earlier.lot_no
from earlier
inner join stock_movement as movement
    on movement.item_id = earlier.item_id and movement.batch_id = earlier.batch_id
left join state_reversed on state_reversed.seq = movement.seq
where state_reversed.seq is null
union all
select state_batch.item_id, state_batch.batch_no, state_batch.lot_no
from state_batch
left join batch
    on
        batch.item_id = state_batch.item_id
        and batch.batch_no = state_batch.batch_no
        and batch.lot_no = state_batch.lot_no
where batch.batch_id is null;
