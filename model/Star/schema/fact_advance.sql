-- One row per side of a money movement that changes an advance: side is received (预收, 2203) or paid
-- (预付, 1123); what is left is advance_amount less used_amount. Sorted by business_date, store_id,
-- document_key, line_no, side, is_used.
create table fact_advance (
    document_key bigint not null,
    line_no integer not null,
    side varchar not null,
    is_used boolean not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    month_key integer not null,
    store_key bigint not null,
    store_id bigint not null,
    party_key bigint not null,
    party_id bigint not null,
    employee_key bigint not null,
    employee_id bigint not null,
    legal_entity_id bigint not null,
    account varchar not null,
    counter_account varchar not null,
    advance_amount decimal(18, 4) not null,
    used_amount decimal(18, 4) not null,
);
