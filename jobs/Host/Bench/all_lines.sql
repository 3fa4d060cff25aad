-- Every line, to read it only.
select * from document_line;
