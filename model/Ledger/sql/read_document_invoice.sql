-- What a document says of the invoice it is.
select invoice_kind, invoice_no, invoice_code, issued_on, red_info_no
from invoice
where seq = @seq;
