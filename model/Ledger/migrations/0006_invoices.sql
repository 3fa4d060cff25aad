-- Invoices (发票); conventions as in 0001_masters.sql.

-- What a document says of the invoice it is; issued_on is its own date.
create table invoice (
    seq bigint not null primary key,
    invoice_kind text not null,
    invoice_code text not null,
    invoice_no text not null,
    issued_on bigint not null,
    red_info_no text not null
) without rowid;

-- What a line of an invoice, or of a request for one, is over: a line of a sale or a receipt. Red
-- invoices and reversals are negative.
create table invoice_line (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    of_seq bigint not null,
    of_line_no bigint not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_amount bigint not null,
    primary key (seq, line_no)
) without rowid;

create index invoice_line_of on invoice_line (of_seq, of_line_no);

-- What was invoiced of a line of a sale or a receipt; requests do not count.
create table state_invoiced (
    seq bigint not null,
    line_no bigint not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- The entry that holds an invoice's code and number.
create table state_invoice_no (
    invoice_code text not null,
    invoice_no text not null,
    seq bigint not null,
    primary key (invoice_code, invoice_no)
) without rowid;
