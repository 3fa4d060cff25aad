-- No step of a trace code may name a version, a thing or a day that its dimension does not hold.
select
    step.document_key as document_key,
    step.line_no as line_no,
    step.store_key as store_key,
    step.store_id as store_id,
    step.from_depot_id as from_depot_id,
    step.to_depot_id as to_depot_id,
    step.party_key as party_key,
    step.party_id as party_id,
    step.item_key as item_key,
    step.item_id as item_id,
    step.employee_key as employee_key,
    step.employee_id as employee_id,
    step.batch_id as batch_id,
    step.business_date as business_date,
from fact_trace_code as step
left join dim_store as store
    on store.store_key = step.store_key and store.store_id = step.store_id
left join (select distinct known.store_id from dim_store as known) as origin
    on origin.store_id = step.from_depot_id
left join (select distinct known.store_id from dim_store as known) as target
    on target.store_id = step.to_depot_id
left join dim_party as party
    on party.party_key = step.party_key and party.party_id = step.party_id
left join dim_item as item on item.item_key = step.item_key and item.item_id = step.item_id
left join dim_employee as employee
    on employee.employee_key = step.employee_key and employee.employee_id = step.employee_id
left join dim_batch as batch on batch.batch_id = step.batch_id
left join dim_date as calendar on calendar.calendar_date = step.business_date
where store.store_key is null
    or origin.store_id is null
    or target.store_id is null
    or party.party_key is null
    or item.item_key is null
    or employee.employee_key is null
    or batch.batch_id is null
    or calendar.date_key is null
order by step.document_key, step.line_no
limit 100;
