-- Rows of the Ledger's accrual_line.
create temp table staging_accrual_line (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    of_seq bigint not null,
    of_line_no bigint not null,
    qty bigint not null,
    amount bigint not null,
);
