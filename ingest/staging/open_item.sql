-- Rows of the Ledger's open_item, with a department.
create temp table staging_open_item (
    seq bigint not null,
    line_no bigint not null,
    account varchar not null,
    party_id bigint not null,
    business_date bigint not null,
    due_date bigint not null,
    origin_date bigint not null,
    department_id bigint not null,
    amount bigint not null,
);
