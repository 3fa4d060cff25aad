-- Trace codes that are not where their last step left them, and ones that never moved.
with last_seq as (
    select code, max(seq) as seq
    from trace_code
    group by code
),

last_line as (
    select trace_code.code, trace_code.seq, max(trace_code.line_no) as line_no
    from trace_code
    inner join last_seq on last_seq.code = trace_code.code and last_seq.seq = trace_code.seq
    group by trace_code.code, trace_code.seq
)

select step.seq, step.code
from last_line
inner join trace_code as step on step.seq = last_line.seq and step.line_no = last_line.line_no
left join state_trace_code on state_trace_code.code = step.code
where
    state_trace_code.code is null
    or state_trace_code.item_id <> step.item_id
    or state_trace_code.batch_id <> step.batch_id
    or state_trace_code.location <> step.location
    or state_trace_code.seq <> step.seq
union all
select state_trace_code.seq, state_trace_code.code
from state_trace_code
left join last_seq on last_seq.code = state_trace_code.code
where last_seq.code is null;
