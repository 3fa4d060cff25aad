-- Lines of invoices that come twice, are of no invoice or of no line of it, are over what is not
-- there or is of the other side; and invoices of which a line says not what it is over.
insert into quarantined by name
select
    'invoice_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_invoice_line as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'invoice_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'document_id' as column_name,
    document.kind as cell,
    'no_invoice' as fault,
from incoming_invoice_line as incoming
inner join incoming_document as document on document.document_id = incoming.document_id
where document.kind not in ('sales_invoice', 'purchase_invoice', 'red_invoice');

insert into quarantined by name
select
    'invoice_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'invoice_kind' as column_name,
    incoming.invoice_kind as cell,
    'unknown' as fault,
from incoming_invoice_line as incoming
where incoming.invoice_kind not in ('special', 'general', 'electronic');

insert into quarantined by name
select
    'invoice_line' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'unknown' as fault,
from incoming_invoice_line as incoming
anti join incoming_document_line as line
    on line.document_id = incoming.document_id and line.line_no = incoming.line_no
anti join quarantined as refused on refused.document_id = incoming.document_id;

-- What each is over in the end: of a red invoice over an invoice, what that is over.
create temp view invoice_over as
select
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    document.kind as kind,
    coalesce(taken_back.of_document_id, incoming.of_document_id) as of_document_id,
    coalesce(taken_back.of_line_no, incoming.of_line_no) as of_line_no,
    coalesce(followed.kind, taken_back.of_kind, incoming.of_kind) as of_kind,
    coalesce(followed.business_date, taken_back.of_date, incoming.of_date) as of_date,
    followed.document_id is null or line.document_id is not null as has_line,
from incoming_invoice_line as incoming
inner join incoming_document as document on document.document_id = incoming.document_id
left join incoming_invoice_line as taken_back
    on document.kind = 'red_invoice'
    and taken_back.document_id = incoming.of_document_id
    and taken_back.line_no = incoming.of_line_no
left join incoming_document as followed
    on followed.document_id = coalesce(taken_back.of_document_id, incoming.of_document_id)
left join incoming_document_line as line
    on line.document_id = coalesce(taken_back.of_document_id, incoming.of_document_id)
    and line.line_no = coalesce(taken_back.of_line_no, incoming.of_line_no);

-- What is over a refused document goes with it, and is told there.
insert into quarantined by name
select distinct
    'invoice_line' as table_name,
    invoiced.row_no as row_no,
    invoiced.document_id as document_id,
    'of_line_no' as column_name,
    invoiced.of_document_id || '/' || invoiced.of_line_no as cell,
    'unknown' as fault,
from invoice_over as invoiced
anti join quarantined as refused on refused.document_id = invoiced.of_document_id
where not invoiced.has_line or invoiced.of_kind is null or invoiced.of_date is null;

insert into quarantined by name
select distinct
    'invoice_line' as table_name,
    invoiced.row_no as row_no,
    invoiced.document_id as document_id,
    'of_document_id' as column_name,
    invoiced.of_kind as cell,
    'other_side' as fault,
from invoice_over as invoiced
anti join quarantined as refused on refused.document_id = invoiced.document_id
where invoiced.of_kind is not null
    and (
        invoiced.kind,
        invoiced.of_kind
    ) not in (
        ('sales_invoice', 'sale'),
        ('sales_invoice', 'sale_return'),
        ('purchase_invoice', 'purchase_receipt'),
        ('purchase_invoice', 'purchase_return'),
        ('red_invoice', 'sale'),
        ('red_invoice', 'sale_return'),
        ('red_invoice', 'purchase_receipt'),
        ('red_invoice', 'purchase_return')
    );

-- Where a mapping gives no lines of invoices, their documents are taken without them.
insert into quarantined by name
select
    'document_line' as table_name,
    line.row_no as row_no,
    line.document_id as document_id,
    'line_no' as column_name,
    line.line_no::varchar as cell,
    'over_nothing' as fault,
from incoming_document_line as line
inner join incoming_document as document on document.document_id = line.document_id
anti join incoming_invoice_line as invoiced
    on invoiced.document_id = line.document_id and invoiced.line_no = line.line_no
anti join quarantined as refused on refused.document_id = line.document_id
where document.kind in ('sales_invoice', 'purchase_invoice', 'red_invoice')
    and exists (from incoming_invoice_line as given);
