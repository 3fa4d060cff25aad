-- Rows of the Ledger's invoice_line, with their invoice.
create temp table staging_invoice_line (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    of_seq bigint not null,
    of_line_no bigint not null,
    of_kind varchar not null,
    of_date bigint not null,
    invoice_kind varchar not null,
    invoice_code varchar not null,
    invoice_no varchar not null,
    issued_on bigint not null,
    red_info_no varchar not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_amount bigint not null,
);
