-- Lines of plans and orders that were ended with the rest undone, and when and why. local_at is
-- when, moved by what the company's day begins later than that of UTC.
select
    change.seq,
    entry.recorded_at - @day_begin as local_at,
    line.seq as order_seq,
    line.line_no as order_line_no,
    coalesce(reason.value_code, '') as reason_code
from status_change as change
inner join entry as entry on entry.seq = change.seq
inner join state_document as standing on standing.document_key = change.document_key
inner join document_line as line on line.seq = standing.seq
left join termination as termination on termination.seq = change.seq
left join list_value as reason on reason.version_id = termination.reason_id
where
    change.seq > @from_seq
    and change.seq <= @to_seq
    and change.status_before = 'posted'
    and change.status_after = 'terminated'
order by change.seq, line.line_no;
