-- Lines of invoices with what they are over; quantity and amounts are those of the document's line.
insert into staging_invoice_line by name
select
    incoming.document_id as seq,
    incoming.line_no as line_no,
    incoming.line_no as document_line_no,
    invoiced.of_document_id as of_seq,
    invoiced.of_line_no as of_line_no,
    invoiced.of_kind as of_kind,
    strftime(invoiced.of_date, '%Y%m%d')::bigint as of_date,
    coalesce(incoming.invoice_kind, '') as invoice_kind,
    coalesce(incoming.invoice_code, '') as invoice_code,
    coalesce(incoming.invoice_no, '') as invoice_no,
    coalesce(
        strftime(incoming.issued_date, '%Y%m%d')::bigint, document.business_date
    ) as issued_on,
    coalesce(incoming.red_info_no, '') as red_info_no,
    line.qty as qty,
    line.net_amount as net_amount,
    line.tax_amount as tax_amount,
from incoming_invoice_line as incoming
inner join invoice_over as invoiced on invoiced.row_no = incoming.row_no
inner join staging_document as document on document.seq = incoming.document_id
inner join staging_document_line as line
    on line.seq = incoming.document_id and line.line_no = incoming.line_no;
