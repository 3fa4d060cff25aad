select
    step.seq,
    entry.recorded_at,
    entry.actor,
    step.status_before,
    step.status_after,
    step.note,
    coalesce(reason.value_code, '') as reason_code
from status_change as step
inner join entry on entry.seq = step.seq
left join termination as ended on ended.seq = step.seq
left join list_value as reason on reason.version_id = ended.reason_id
where step.document_key = @document_key
order by step.seq, step.line_no;
