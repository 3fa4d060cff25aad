-- Invoice lines with their invoice, document and item. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_invoice by name
select
    invoiced.seq as document_key,
    invoiced.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as business_date,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    line.item_version_id as item_key,
    line.item_id as item_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    if(invoiced.of_kind like 'purchase%', 'purchase', 'sales') as invoice_side,
    invoiced.invoice_kind as invoice_kind,
    invoiced.invoice_code as invoice_code,
    invoiced.invoice_no as invoice_no,
    make_date(
        invoiced.issued_on // 10000, invoiced.issued_on // 100 % 100, invoiced.issued_on % 100
    ) as issued_date,
    invoiced.red_info_no as red_info_no,
    invoiced.of_seq as invoiced_document_key,
    invoiced.of_line_no as invoiced_line_no,
    invoiced.of_kind as invoiced_document_kind,
    make_date(
        invoiced.of_date // 10000, invoiced.of_date // 100 % 100, invoiced.of_date % 100
    ) as invoiced_date,
    (line.tax_rate * 0.0001)::decimal(9, 4) as tax_rate,
    (invoiced.qty * 0.0001)::decimal(18, 4) as qty,
    (invoiced.net_amount * 0.0001)::decimal(18, 4) as net_amount,
    (invoiced.tax_amount * 0.0001)::decimal(18, 4) as tax_amount,
    ((invoiced.net_amount + invoiced.tax_amount) * 0.0001)::decimal(18, 4) as gross_amount,
    document.is_reversal = 1 as is_reversal,
from staging_invoice_line as invoiced
inner join staging_document as document on document.seq = invoiced.seq
inner join staging_document_line as line
    on line.seq = invoiced.seq and line.line_no = invoiced.document_line_no
order by document.business_date, document.store_id, invoiced.seq, invoiced.line_no;
