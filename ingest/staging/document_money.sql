-- Rows of the Ledger's document_money.
create temp table staging_document_money (
    seq bigint not null,
    line_no bigint not null,
    account varchar not null,
    party_id bigint not null,
    department_id bigint not null,
    amount bigint not null,
    tax_amount bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
);
