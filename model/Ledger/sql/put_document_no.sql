insert into state_document_no (kind, document_no, document_key, seq)
values (@kind, @document_no, @document_key, @seq)
on conflict (kind, document_no) do update set
    document_key = excluded.document_key,
    seq = excluded.seq;
