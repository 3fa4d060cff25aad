-- What a mapping gives of settlements (核销): a document takes an amount off a debit and a credit
-- entry of one account and party. Not null: needed; the others may be left out.
create temp table incoming_allocation (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    debit_document_id bigint not null,
    debit_line_no bigint not null,
    credit_document_id bigint not null,
    credit_line_no bigint not null,
    amount decimal(18, 4) not null,
);
