select kind, document_no, status, seq, draft_seq, content_digest, actor, approvals
from state_document
where document_key = @document_key;
