-- One row per version of a project. Row −1 = none.
create table dim_project (
    project_key bigint not null,
    project_id bigint not null,
    project_code varchar not null,
    project_name varchar not null,
    parent_id bigint not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
