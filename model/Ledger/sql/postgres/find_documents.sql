select kind, document_no, status, seq, draft_seq, content_digest, actor, approvals, document_key
from state_document
where document_key = any(@keys);
