-- What a mapping gives of employees. Not null: needed; the others may be left out.
create temp table incoming_employee (
    row_no bigint not null,
    employee_code varchar not null,
    employee_name varchar not null,
    store_code varchar,
    post varchar,
    is_active boolean,
);
