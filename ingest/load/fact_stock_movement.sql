-- Stock movements with the document that caused them; closing a period moves value without one.
-- Sorted by business_date, depot_id, document_key, line_no.
insert into fact_stock_movement by name
select
    movement.seq as document_key,
    movement.line_no as line_no,
    movement.document_line_no as document_line_no,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.kind, 'period_close') as document_kind,
    make_date(
        movement.business_date // 10000,
        movement.business_date // 100 % 100,
        movement.business_date % 100
    ) as business_date,
    epoch_ms(movement.business_at) as business_at,
    movement.business_date // 100 as month_key,
    coalesce(document.store_version_id, -1) as store_key,
    coalesce(document.store_id, -1) as store_id,
    coalesce(line.item_version_id, item.version_id, -1) as item_key,
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    movement.batch_id as batch_id,
    coalesce(batch.batch_no, '') as batch_no,
    movement.bin_id as bin_id,
    coalesce(location.location, movement.counter_location::varchar) as counter_location,
    coalesce(document.party_version_id, -1) as party_key,
    coalesce(document.party_id, -1) as party_id,
    coalesce(document.employee_version_id, -1) as employee_key,
    coalesce(document.employee_id, -1) as employee_id,
    coalesce(document.reason_id, -1) as reason_id,
    case movement.cost_basis
        when 0 then 'own'
        when 1 then 'pool'
        when 2 then 'source'
        when 3 then 'revaluation'
        when 4 then 'derived'
        else movement.cost_basis::varchar
    end as cost_basis,
    movement.source_seq as source_document_key,
    movement.source_line_no as source_line_no,
    coalesce(document.original_seq, -1) as original_document_key,
    coalesce(document.is_reversal, 0) = 1 as is_reversal,
    coalesce(document.is_backdated, 0) = 1 as is_backdated,
    movement.document_line_no = 0 as is_adjustment,
    (movement.qty * 0.0001)::decimal(18, 4) as qty,
    (movement.value * 0.0001)::decimal(18, 4) as value_amount,
from staging_stock_movement as movement
left join staging_document as document on document.seq = movement.seq
left join staging_document_line as line
    on line.seq = movement.seq and line.line_no = movement.document_line_no
left join staging_item_version as item
    on item.item_id = movement.item_id
    and movement.seq >= item.from_seq
    and movement.seq < item.next_version_id
left join dim_batch as batch on batch.batch_id = movement.batch_id
left join staging_location as location on location.number = movement.counter_location
order by movement.business_date, movement.depot_id, movement.seq, movement.line_no;
