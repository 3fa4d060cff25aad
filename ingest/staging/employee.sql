-- Rows of the Ledger's employee, and when each was recorded.
create temp table staging_employee (
    version_id bigint not null,
    employee_id bigint not null,
    employee_code varchar not null,
    employee_name varchar not null,
    store_id bigint not null,
    department_id bigint not null,
    post varchar not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
