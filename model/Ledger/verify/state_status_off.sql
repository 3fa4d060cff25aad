-- Documents that no step was ever recorded of and that do not stand as plainly posted.
select state_document.seq, state_document.document_key
from state_document
where
    (
        state_document.status <> 'posted'
        or state_document.draft_seq <> -1
        or state_document.approvals <> ''
    )
    and not exists (
        select 1
        from status_change
        where status_change.document_key = state_document.document_key
    );
