-- Rows of the Ledger's money_movement.
create temp table staging_money_movement (
    seq bigint not null,
    line_no bigint not null,
    debit_account varchar not null,
    credit_account varchar not null,
    store_id bigint not null,
    debit_party_id bigint not null,
    credit_party_id bigint not null,
    business_date bigint not null,
    is_adjustment bigint not null,
    amount bigint not null,
);
