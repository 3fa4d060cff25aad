-- One row per money movement: amount is debited to one account and credited to the other.
create table fact_money (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    month_key integer not null,
    store_id bigint not null,
    party_id bigint not null,
    debit_account varchar not null,
    credit_account varchar not null,
    amount decimal(18, 4) not null,
);
