select document_key
from state_document_no
where kind = @kind and document_no = @document_no;
