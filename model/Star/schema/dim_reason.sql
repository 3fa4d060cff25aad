-- One row per version of a reason. Row −1 = none.
create table dim_reason (
    reason_key bigint not null,
    reason_id bigint not null,
    reason_code varchar not null,
    reason_name varchar not null,
    parent_id bigint not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
