select document_line_no, code
from trace_code
where seq = @seq
order by line_no;
