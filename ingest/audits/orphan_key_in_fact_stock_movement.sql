-- No stock movement may name a version, a thing or a day that its dimension does not hold.
select
    movement.document_key as document_key,
    movement.line_no as line_no,
    movement.store_key as store_key,
    movement.store_id as store_id,
    movement.item_key as item_key,
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    movement.batch_id as batch_id,
    movement.bin_id as bin_id,
    movement.party_key as party_key,
    movement.party_id as party_id,
    movement.employee_key as employee_key,
    movement.employee_id as employee_id,
    movement.reason_id as reason_id,
    movement.business_date as business_date,
from fact_stock_movement as movement
left join dim_store as store
    on store.store_key = movement.store_key and store.store_id = movement.store_id
left join dim_item as item
    on item.item_key = movement.item_key and item.item_id = movement.item_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = movement.depot_id
left join dim_batch as batch on batch.batch_id = movement.batch_id
left join (select distinct known.bin_id from dim_bin as known) as bin
    on bin.bin_id = movement.bin_id
left join dim_party as party
    on party.party_key = movement.party_key and party.party_id = movement.party_id
left join dim_employee as employee
    on employee.employee_key = movement.employee_key
    and employee.employee_id = movement.employee_id
left join (select distinct known.reason_id from dim_reason as known) as reason
    on reason.reason_id = movement.reason_id
left join dim_date as calendar on calendar.calendar_date = movement.business_date
where store.store_key is null
    or item.item_key is null
    or depot.store_id is null
    or batch.batch_id is null
    or bin.bin_id is null
    or party.party_key is null
    or employee.employee_key is null
    or reason.reason_id is null
    or calendar.date_key is null
order by movement.document_key, movement.line_no
limit 100;
