-- Stock movements with the document that caused them. Sorted by business_date, depot_id,
-- document_key, line_no.
insert into fact_stock_movement by name
select
    movement.seq as document_key,
    movement.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        movement.business_date // 10000,
        movement.business_date // 100 % 100,
        movement.business_date % 100
    ) as business_date,
    epoch_ms(movement.business_at) as business_at,
    movement.business_date // 100 as month_key,
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    case movement.counter_location
        when -1 then 'none'
        when -2 then 'supplier'
        when -3 then 'customer'
        when -4 then 'loss'
        when -5 then 'transit'
        when -6 then 'assembly'
        when -7 then 'opening'
        when -8 then 'lent'
        when -9 then 'borrowed'
        when -10 then 'internal_use'
        when -11 then 'other'
        when -12 then 'priced_transfer'
        when -13 then 'bin'
        when -14 then 'transfer'
        when -21 then 'dispatched'
        when -22 then 'sample'
        when -23 then 'prize'
        else movement.counter_location::varchar
    end as counter_location,
    document.party_id as party_id,
    (movement.qty * 0.0001)::decimal(18, 4) as qty,
    (movement.value * 0.0001)::decimal(18, 4) as value_amount,
from staging_stock_movement as movement
inner join staging_document as document on document.seq = movement.seq
order by movement.business_date, movement.depot_id, movement.seq, movement.line_no;
