-- One row per coupon (代金券) issued, taken back or used: event is issued, revoked, used or unused (a
-- use taken back). Sorted by business_date, document_key, line_no, event.
create table fact_coupon (
    document_key bigint not null,
    line_no integer not null,
    event varchar not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    month_key integer not null,
    store_key bigint not null,
    store_id bigint not null,
    party_key bigint not null,
    party_id bigint not null,
    bearer_id bigint not null,
    coupon_code varchar not null,
    least_spent_amount decimal(18, 4) not null,
    valid_from_date date,
    valid_to_date date,
    issued_count integer not null,
    used_count integer not null,
    issued_amount decimal(18, 4) not null,
    used_amount decimal(18, 4) not null,
);
