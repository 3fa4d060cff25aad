-- Rows of the Ledger's document_insurance.
create temp table staging_document_insurance (
    seq bigint not null,
    settlement_type varchar not null,
);
