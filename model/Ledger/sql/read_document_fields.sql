select document_line_no, field_name, field_value
from document_field
where seq = @seq
order by line_no;
