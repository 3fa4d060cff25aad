-- Lines of invoices with what the invoice says of itself and what they are over. A reversal says
-- nothing of itself: it has what its original said. Requests for an invoice are orders, not here.
select
    line.seq,
    line.line_no,
    line.document_line_no,
    line.of_seq,
    line.of_line_no,
    followed.kind as of_kind,
    followed.business_date as of_date,
    invoice.invoice_kind,
    invoice.invoice_code,
    invoice.invoice_no,
    invoice.issued_on,
    invoice.red_info_no,
    line.qty,
    line.net_amount,
    line.tax_amount
from invoice_line as line
inner join document as document on document.seq = line.seq
inner join invoice as invoice
    on invoice.seq = case
        when document.is_reversal = 1 then document.original_seq
        else document.seq
    end
inner join document as followed on followed.seq = line.of_seq
where line.seq > @from_seq and line.seq <= @to_seq
order by line.seq, line.line_no;
