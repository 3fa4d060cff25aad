-- One row per version of a bin in an area of a depot. Row −1 = none.
create table dim_bin (
    bin_key bigint not null,
    bin_id bigint not null,
    bin_code varchar not null,
    bin_name varchar not null,
    depot_id bigint not null,
    bin_area_code varchar not null,
    is_locked boolean not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
