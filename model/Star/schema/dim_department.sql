-- One row per version of a department. Row −1 = none.
create table dim_department (
    department_key bigint not null,
    department_id bigint not null,
    department_code varchar not null,
    department_name varchar not null,
    parent_id bigint not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
