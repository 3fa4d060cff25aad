-- Layers of what lies in a depot, first in, first out, sorted by depot_id, item_id, received_at,
-- document_key, line_no. Of a receipt there is left what the stock holds beyond all later receipts.
-- The worth of the stock is cut where the quantities add up to, in whole units, so that the parts
-- add up to it exactly.
insert into fact_cost_layer by name
with touched as (
    select distinct change.depot_id as depot_id, change.item_id as item_id
    from staging_stock_change as change
    where change.is_new
),
stock as (
    select
        daily.depot_id as depot_id,
        daily.item_id as item_id,
        daily.closing_qty as qty,
        (daily.closing_qty * 10000)::hugeint as units,
        (daily.closing_value_amount * 10000)::hugeint as worth,
    from fact_daily_stock as daily
    semi join touched on touched.depot_id = daily.depot_id and touched.item_id = daily.item_id
    where daily.to_date = date '9999-12-31' and daily.closing_qty > 0
),
reversed as (
    select distinct taken_back.original_document_key as document_key
    from fact_stock_movement as taken_back
    where taken_back.is_reversal
),
receipt as (
    select
        movement.document_key as document_key,
        movement.line_no as line_no,
        movement.depot_id as depot_id,
        movement.item_id as item_id,
        movement.business_at as received_at,
        stock.units as units,
        stock.worth as worth,
        least(movement.qty, stock.qty - coalesce(sum(movement.qty) over later, 0)) as remaining_qty,
    from fact_stock_movement as movement
    inner join stock
        on stock.depot_id = movement.depot_id and stock.item_id = movement.item_id
    anti join reversed on reversed.document_key = movement.document_key
    where movement.qty > 0 and not movement.is_reversal and movement.counter_location <> 'bin'
    window later as (
        partition by movement.depot_id, movement.item_id
        order by movement.business_at desc, movement.document_key desc, movement.line_no desc
        rows between unbounded preceding and 1 preceding
    )
),
layer as (
    select
        receipt.document_key as document_key,
        receipt.line_no as line_no,
        receipt.remaining_qty::decimal(18, 4) as remaining_qty,
        (receipt.remaining_qty * 10000)::hugeint as remaining_units,
        sum((receipt.remaining_qty * 10000)::hugeint) over (
            partition by receipt.depot_id, receipt.item_id
            order by receipt.received_at, receipt.document_key, receipt.line_no
        ) as units_to_here,
        receipt.units as units,
        receipt.worth as worth,
    from receipt
    where receipt.remaining_qty > 0
)
select
    layer.document_key as document_key,
    layer.line_no as line_no,
    movement.document_no as document_no,
    movement.document_kind as document_kind,
    movement.depot_id as depot_id,
    movement.depot_id as store_id,
    movement.item_key as item_key,
    movement.item_id as item_id,
    movement.batch_id as batch_id,
    movement.batch_no as batch_no,
    batch.batch_end_date as batch_end_date,
    movement.party_key as party_key,
    movement.party_id as party_id,
    movement.counter_location as counter_location,
    movement.business_date as received_date,
    movement.business_at as received_at,
    movement.qty as received_qty,
    movement.value_amount as received_value_amount,
    layer.remaining_qty as remaining_qty,
    (
        (
            (layer.worth * layer.units_to_here) // layer.units
            - (layer.worth * (layer.units_to_here - layer.remaining_units)) // layer.units
        )::decimal(22, 0) * 0.0001
    )::decimal(22, 4) as remaining_value_amount,
from layer
inner join fact_stock_movement as movement
    on movement.document_key = layer.document_key and movement.line_no = layer.line_no
left join dim_batch as batch on batch.batch_id = movement.batch_id
order by
    movement.depot_id,
    movement.item_id,
    movement.business_at,
    layer.document_key,
    layer.line_no;
