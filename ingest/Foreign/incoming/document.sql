-- What a mapping gives of documents that count. Not null: needed; the others may be left out.
create temp table incoming_document (
    row_no bigint not null,
    document_id bigint not null,
    kind varchar not null,
    document_no varchar not null,
    business_date date not null,
    business_at timestamp,
    store_code varchar,
    depot_code varchar,
    party_code varchar,
    employee_code varchar,
    tender varchar,
    expected_date date,
    original_id bigint,
    is_reversal boolean,
);
