-- Steps of trace codes.
select
    step.seq,
    step.line_no,
    step.document_line_no,
    step.item_id,
    step.batch_id,
    step.location,
    step.code
from trace_code as step
where step.seq > @from_seq and step.seq <= @to_seq
order by step.seq, step.line_no;
