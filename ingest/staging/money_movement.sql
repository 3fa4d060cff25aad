-- Rows of the Ledger's money_movement.
create temp table staging_money_movement (
    seq bigint not null,
    line_no bigint not null,
    debit_account varchar not null,
    credit_account varchar not null,
    store_id bigint not null,
    party_id bigint not null,
    business_date bigint not null,
    amount bigint not null,
);
