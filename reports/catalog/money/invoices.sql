-- title:  发票台账 | Register of invoices
-- grain:  document_key, invoiced_document_key
-- params: period text = this_year
--         from_date date optional
--         to_date date optional
--         side text = sales in sales|purchase
--         party text optional
--         red_only bool = false
--         amount_unit text = yuan in yuan|wan
-- why:    期间内的每张发票及其所开的单据：号码、种类、不含税、税额、含税。红字发票和红冲是负数行。
--         不是该开未开的：那在发票控制里。 |
--         Each invoice of the period with the documents it is over: number, kind, what it says
--         without tax, of tax and with it. Red invoices (红字) and reversals are negative lines of
--         their own. Not what is to be invoiced: that is money/invoice_control.
select
    invoice.document_key as document_key,
    invoice.invoiced_document_key as invoiced_document_key,
    max(invoice.business_date) as business_date,
    max(invoice.issued_date) as issued_date,
    max(invoice.document_kind) as document_kind,
    max(invoice.document_no) as document_no,
    bool_or(invoice.is_reversal) as is_reversal,
    max(invoice.invoice_kind) as invoice_kind,
    max(invoice.invoice_code) as invoice_code,
    max(invoice.invoice_no) as invoice_no,
    max(invoice.red_info_no) as red_info_no,
    max(invoice.party_code) as party_code,
    max(invoice.party_name) as party_name,
    max(invoice.invoiced_document_kind) as invoiced_document_kind,
    max(invoice.invoiced_date) as invoiced_date,
    sum(invoice.net_amount) as net_amount,
    sum(invoice.tax_amount) as tax_amount,
    sum(invoice.gross_amount) as gross_amount,
from invoice
where
    invoice.invoice_side = $side
    and invoice.business_date between $from_date and $to_date
    and ($party is null or invoice.party_code = $party)
    and (not $red_only or invoice.document_kind = 'red_invoice')
group by invoice.document_key, invoice.invoiced_document_key
order by business_date, document_key, invoiced_document_key
