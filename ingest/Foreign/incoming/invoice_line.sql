-- What a mapping gives of lines of invoices: which line of a sale or a receipt each is over, or of
-- a red invoice which line of an invoice it takes back. Item, quantity and amounts are those of the
-- invoice's line of the same number, negative where it takes back. What it is over need not be
-- there where the mapping says its kind and day. Not null: needed; the others may be left out.
create temp table incoming_invoice_line (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    of_document_id bigint not null,
    of_line_no bigint not null,
    of_kind varchar,
    of_date date,
    invoice_kind varchar,
    invoice_code varchar,
    invoice_no varchar,
    issued_date date,
    red_info_no varchar,
);
