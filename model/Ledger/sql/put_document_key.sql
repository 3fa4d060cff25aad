insert into state_document_key (document_key, seq, content_digest)
values (@document_key, @seq, @content_digest);
