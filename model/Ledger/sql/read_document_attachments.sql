select sha256, file_name, media_type, byte_count
from document_attachment
where seq = @seq
order by line_no;
