select
    document_key,
    kind,
    document_no,
    status,
    seq,
    draft_seq
from state_document
where document_key = @document_key;
