-- Lines of sales or receipts that the lines of an invoice or request are over.
select
    part.document_line_no,
    document.kind,
    document.document_no,
    part.of_line_no,
    part.qty,
    part.net_amount,
    part.tax_amount
from invoice_line as part
inner join document on document.seq = part.of_seq
where part.seq = @seq
order by part.line_no;
