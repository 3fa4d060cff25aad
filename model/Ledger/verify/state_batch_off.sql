-- Batches that are not looked up as they came in, the last time where they were gone in between;
-- ones that came in anew while something of them was in the book; and look-ups of no batch.
with ranked as (
    select
        batch.*,
        max(batch.batch_id) over (
            partition by batch.item_id, batch.batch_no, batch.lot_no
        ) as latest_id
    from batch
),

earlier as (
    select ranked.item_id, ranked.batch_no, ranked.lot_no, ranked.batch_id, ranked.seq
    from ranked
    where ranked.batch_id <> ranked.latest_id
)

select ranked.item_id, ranked.batch_no, ranked.lot_no
from ranked
left join state_batch
    on
        state_batch.item_id = ranked.item_id
        and state_batch.batch_no = ranked.batch_no
        and state_batch.lot_no = ranked.lot_no
where
    ranked.batch_id = ranked.latest_id
    and (
        coalesce(state_batch.batch_id, 0) <> ranked.batch_id
        or state_batch.produced_on <> ranked.produced_on
        or state_batch.expires_on <> ranked.expires_on
        or state_batch.expiry_precision <> ranked.expiry_precision
    )
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
cross join movement_day
cross join stock_movement as movement
left join state_reversed on state_reversed.seq = movement.seq
where
    movement.business_at / 86400000 = movement_day.day
    and movement.item_id = earlier.item_id
    and movement.batch_id = earlier.batch_id
    and state_reversed.seq is null
union all
select state_batch.item_id, state_batch.batch_no, state_batch.lot_no
from state_batch
left join batch
    on
        batch.seq = state_batch.batch_id / 100000
        and batch.line_no = state_batch.batch_id % 100000
        and batch.item_id = state_batch.item_id
        and batch.batch_no = state_batch.batch_no
        and batch.lot_no = state_batch.lot_no
where batch.batch_id is null;
