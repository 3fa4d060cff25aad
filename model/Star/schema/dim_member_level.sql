-- One row per version of a member level. Row −1 = none.
create table dim_member_level (
    member_level_key bigint not null,
    member_level_id bigint not null,
    member_level_code varchar not null,
    member_level_name varchar not null,
    member_level_rank integer not null,
    points_rate decimal(18, 6) not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
