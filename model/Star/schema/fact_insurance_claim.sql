-- One row per fund of a claim (医保申报), and per amount an office's review took off it: deducted (扣款)
-- or kept as a deposit (预留保证金). What it then paid is in fact_allocation, on the claim's item.
-- Sorted by business_date, store_id, document_key, line_no.
create table fact_insurance_claim (
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
    claim_month_key integer not null,
    scheme varchar not null,
    fund varchar not null,
    account varchar not null,
    claimed_amount decimal(18, 4) not null,
    deducted_amount decimal(18, 4) not null,
    deposit_amount decimal(18, 4) not null,
);
