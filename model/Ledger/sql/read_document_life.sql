select
    step.seq,
    entry.recorded_at,
    entry.actor,
    step.status_before,
    step.status_after,
    step.note
from status_change as step
inner join entry on entry.seq = step.seq
where step.document_key = @document_key
order by step.seq, step.line_no;
