-- One row per version of a promotion. Row −1 = none.
create table dim_promotion (
    promotion_key bigint not null,
    promotion_id bigint not null,
    promotion_code varchar not null,
    promotion_name varchar not null,
    promotion_kind varchar not null,
    starts_date date,
    ends_date date,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
