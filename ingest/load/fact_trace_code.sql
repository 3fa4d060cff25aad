-- Steps of trace codes. A step begins where the one before ended; the first where its line's goods
-- came from, which only lent goods that are sold do not say. Sorted by business_date, document_key,
-- line_no.
insert into fact_trace_code by name
with known as (
    select
        step.seq as seq,
        step.line_no as line_no,
        step.code as code,
        step.location as location,
        0 as steps_before,
    from staging_trace_code as step
    union all by name
    select
        before.seq as seq,
        -1 as line_no,
        before.code as code,
        before.location as location,
        before.steps - 1 as steps_before,
    from staging_traced_before as before
),
chain as (
    select
        known.seq as seq,
        known.line_no as line_no,
        row_number() over code + max(known.steps_before) over code as step_number,
        lag(known.seq, 1, -1) over code as previous_seq,
        lag(known.location) over code as previous_location,
    from known
    window code as (partition by known.code order by known.seq, known.line_no)
),
goods as (
    select
        movement.seq as seq,
        movement.document_line_no as document_line_no,
        arg_min(movement.depot_id, movement.qty) as from_depot_id,
        arg_max(movement.counter_location, movement.qty) as counter_location,
    from staging_stock_movement as movement
    semi join staging_trace_code as step
        on step.seq = movement.seq and step.document_line_no = movement.document_line_no
    group by movement.seq, movement.document_line_no
),
step as (
    select
        step.seq as seq,
        step.line_no as line_no,
        step.document_line_no as document_line_no,
        step.item_id as item_id,
        step.batch_id as batch_id,
        step.code as code,
        step.location as to_number,
        chain.step_number as step_number,
        chain.previous_seq as previous_seq,
        coalesce(
            chain.previous_location,
            case
                when goods.seq is null then -8
                when step.location < 0 or goods.counter_location = -14 then goods.from_depot_id
                else goods.counter_location
            end
        ) as from_number,
    from staging_trace_code as step
    inner join chain on chain.seq = step.seq and chain.line_no = step.line_no
    left join goods
        on goods.seq = step.seq and goods.document_line_no = step.document_line_no
)
select
    step.seq as document_key,
    step.line_no as line_no,
    step.document_line_no as document_line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as business_date,
    epoch_ms(document.business_at) as business_at,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    coalesce(line.item_version_id, item.version_id, -1) as item_key,
    step.item_id as item_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    step.batch_id as batch_id,
    coalesce(batch.batch_no, '') as batch_no,
    batch.batch_end_date as batch_end_date,
    step.code as trace_code,
    step.step_number as step_number,
    case
        when document.is_reversal = 1 then 'taken_back'
        when step.to_number >= 0 and step.from_number = -3 then 'returned'
        when step.to_number >= 0 and step.from_number in (-2, -7, -9, -11) then 'received'
        when step.to_number >= 0 or step.to_number in (-5, -8, -12, -14, -21) then 'moved'
        when step.to_number = -3 then 'sold'
        when step.to_number in (-2, -9) then 'given_back'
        when document.kind = 'destruction' then 'destroyed'
        when step.to_number = -4 then 'lost'
        else 'used'
    end as trace_step,
    if(step.from_number >= 0, 'depot', coalesce(origin.location, step.from_number::varchar))
        as from_location,
    if(step.from_number >= 0, step.from_number, -1) as from_depot_id,
    if(step.to_number >= 0, 'depot', coalesce(target.location, step.to_number::varchar))
        as to_location,
    if(step.to_number >= 0, step.to_number, -1) as to_depot_id,
    step.previous_seq as previous_document_key,
    document.is_reversal = 1 as is_reversal,
from step
inner join staging_document as document on document.seq = step.seq
left join staging_document_line as line
    on line.seq = step.seq and line.line_no = step.document_line_no
left join staging_item_version as item
    on item.item_id = step.item_id
    and step.seq >= item.version_id
    and step.seq < item.next_version_id
left join dim_batch as batch on batch.batch_id = step.batch_id
left join staging_location as origin on origin.number = step.from_number
left join staging_location as target on target.number = step.to_number
order by document.business_date, step.seq, step.line_no;
