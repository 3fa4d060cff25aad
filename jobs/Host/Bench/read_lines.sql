select * from document_line;
