insert into state_document_no (kind, document_no, seq)
values (@kind, @document_no, @seq);
