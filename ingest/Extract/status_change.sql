-- Steps in documents' lives: with the draft or document of the same entry, where there is one, and
-- of what was posted before, the document. recorded_at is when; local_at is moved by what the
-- company's day begins later than that of UTC.
select
    change.seq,
    change.line_no,
    change.document_key,
    change.status_before,
    change.status_after,
    change.note,
    entry.actor,
    entry.recorded_at,
    entry.recorded_at - @day_begin as local_at,
    coalesce(draft.kind, '') as draft_kind,
    coalesce(draft.document_no, '') as draft_no,
    coalesce(document.seq, -1) as posted_seq,
    coalesce(document.kind, '') as posted_kind,
    coalesce(document.document_no, '') as posted_no,
    coalesce(reason.value_code, '') as reason_code
from status_change as change
inner join entry as entry on entry.seq = change.seq
left join draft as draft on draft.seq = change.seq and draft.document_key = change.document_key
left join state_document as standing
    on standing.document_key = change.document_key
    and (change.status_before = 'posted' or change.status_after = 'posted')
left join document as document on document.seq = standing.seq
left join termination as termination on termination.seq = change.seq
left join list_value as reason on reason.version_id = termination.reason_id
where change.seq > @from_seq and change.seq <= @to_seq
order by change.seq, change.line_no;
