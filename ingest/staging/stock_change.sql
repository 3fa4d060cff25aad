-- What entries after $from_seq change of stock, by depot, item, batch and day, told apart by side:
-- a reversal takes off the side it takes back, goods that change bins neither come nor go. Of items
-- that have batches only since then also what moved before.
create or replace temp table staging_stock_change as
with batched as (
    select batch.item_id as item_id
    from dim_batch as batch
    where batch.batch_id > 0
    group by batch.item_id
    having min(batch.received_document_key) > $from_seq
),
side as (
    select
        movement.depot_id as depot_id,
        movement.item_id as item_id,
        movement.batch_id as batch_id,
        movement.business_date as business_date,
        movement.document_key > $from_seq as is_new,
        movement.qty as qty,
        movement.value_amount as value_amount,
        case
            when movement.qty = 0 or movement.counter_location = 'bin' then 'none'
            when (movement.qty > 0) <> movement.is_reversal then 'in'
            else 'out'
        end as side,
    from fact_stock_movement as movement
    where movement.document_key > $from_seq
        or movement.item_id in (select batched.item_id from batched)
)
select
    side.depot_id as depot_id,
    side.item_id as item_id,
    side.batch_id as batch_id,
    side.business_date as business_date,
    side.is_new as is_new,
    sum(case when side.side = 'in' then side.qty else 0 end)::decimal(18, 4) as in_qty,
    sum(case when side.side = 'out' then -side.qty else 0 end)::decimal(18, 4) as out_qty,
    sum(case when side.side = 'in' then side.value_amount else 0 end)::decimal(22, 4)
        as in_value_amount,
    sum(case when side.side = 'out' then -side.value_amount else 0 end)::decimal(22, 4)
        as out_value_amount,
    sum(case when side.side = 'none' then side.value_amount else 0 end)::decimal(22, 4)
        as revalued_amount,
from side
group by side.depot_id, side.item_id, side.batch_id, side.business_date, side.is_new;
