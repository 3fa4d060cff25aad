-- One row per employee version. Row −1 = none.
create table dim_employee (
    employee_key bigint not null,
    employee_id bigint not null,
    employee_code varchar not null,
    employee_name varchar not null,
    home_store_id bigint not null,
    employee_department_code varchar not null,
    employee_department_name varchar not null,
    post varchar not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
