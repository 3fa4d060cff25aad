-- One row per version of a store or depot. Row −1 = none.
create table dim_store (
    store_key bigint not null,
    store_id bigint not null,
    store_code varchar not null,
    store_name varchar not null,
    store_kind varchar not null,
    region_code varchar not null,
    region_name varchar not null,
    opened_date date,
    closed_date date,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
