-- Documents whose key or number does not lead back to them, and keys and numbers that lead nowhere.
select document.seq, document.document_no as code
from document
left join state_document on state_document.document_key = document.document_key
left join state_document_no
    on
        state_document_no.kind = document.kind
        and state_document_no.document_no = document.document_no
where
    coalesce(state_document.seq, 0) <> document.seq
    or coalesce(state_document.content_digest, '') <> document.content_digest
    or coalesce(state_document_no.seq, 0) <> document.seq
union all
select state_document.seq, state_document.document_key as code
from state_document
left join document on document.seq = state_document.seq
where
    state_document.seq > 0
    and coalesce(document.document_key, '') <> state_document.document_key
union all
select state_document_no.seq, state_document_no.document_no as code
from state_document_no
left join document on document.seq = state_document_no.seq
where
    state_document_no.seq > 0
    and (
        coalesce(document.kind, '') <> state_document_no.kind
        or coalesce(document.document_no, '') <> state_document_no.document_no
    );
