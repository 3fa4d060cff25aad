-- One row per open item (未清项): what an entry changed on an account by party, debit positive.
-- What is open of it as of a day is its amount less its rows of fact_allocation up to that day.
-- Sorted by business_date, document_key, line_no.
create table fact_open_item (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    account varchar not null,
    business_date date not null,
    month_key integer not null,
    due_date date not null,
    origin_date date not null,
    store_key bigint not null,
    store_id bigint not null,
    party_key bigint not null,
    party_id bigint not null,
    document_party_id bigint not null,
    employee_key bigint not null,
    employee_id bigint not null,
    department_id bigint not null,
    legal_entity_id bigint not null,
    project_id bigint not null,
    is_reversal boolean not null,
    item_amount decimal(18, 4) not null,
);
