-- Rows of the Ledger's insurance_claim.
create temp table staging_insurance_claim (
    seq bigint not null,
    line_no bigint not null,
    month_key bigint not null,
    scheme varchar not null,
    fund varchar not null,
    amount bigint not null,
);
