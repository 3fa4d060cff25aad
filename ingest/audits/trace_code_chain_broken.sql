-- No trace code may leave from another place than its step before took it to, and none may miss a
-- step.
with code as (
    select
        step.trace_code as trace_code,
        count(*) as step_count,
        max(step.step_number) as last_step_number,
        bit_xor(
            case
                when step.previous_document_key > 0
                    then hash(
                        step.previous_document_key, step.from_location, step.from_depot_id
                    )
                else 0::ubigint
            end
        ) as departures,
        bit_xor(hash(step.document_key, step.to_location, step.to_depot_id)) as arrivals,
        arg_max(
            hash(step.document_key, step.to_location, step.to_depot_id), step.document_key
        ) as end_arrival,
    from fact_trace_code as step
    group by step.trace_code
)
select
    code.trace_code as trace_code,
    code.step_count as step_count,
    code.last_step_number as last_step_number,
from code
where code.last_step_number <> code.step_count
    or code.departures <> xor(code.arrivals, code.end_arrival)
order by code.trace_code
limit 100;
