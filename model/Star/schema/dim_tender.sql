-- One row per version of a means of payment. Row −1 = none.
create table dim_tender (
    tender_key bigint not null,
    tender_id bigint not null,
    payment_means_code varchar not null,
    payment_means_name varchar not null,
    payment_means_kind varchar not null,
    payment_means_account varchar not null,
    is_discount boolean not null,
    fee_rate decimal(18, 6) not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
