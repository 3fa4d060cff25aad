insert into state_document (
    document_key, kind, document_no, status, seq, draft_seq, content_digest, actor, approvals
)
values (
    @document_key, @kind, @document_no, @status, @seq, @draft_seq, @content_digest, @actor,
    @approvals
)
on conflict (document_key) do update set
    kind = excluded.kind,
    document_no = excluded.document_no,
    status = excluded.status,
    seq = excluded.seq,
    draft_seq = excluded.draft_seq,
    content_digest = excluded.content_digest,
    actor = excluded.actor,
    approvals = excluded.approvals;
