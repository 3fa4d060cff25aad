-- One row per amount of a rebate (返利) booked or given: side is customer where we owe it, supplier
-- where it is owed to us; outstanding is booked less paid. Sorted by business_date, store_id,
-- document_key, line_no.
create table fact_rebate (
    document_key bigint not null,
    line_no integer not null,
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
    project_id bigint not null,
    side varchar not null,
    account varchar not null,
    booked_amount decimal(18, 4) not null,
    paid_amount decimal(18, 4) not null,
);
