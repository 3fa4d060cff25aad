-- One row per version of a channel. Row −1 = none.
create table dim_channel (
    channel_key bigint not null,
    channel_id bigint not null,
    channel_code varchar not null,
    channel_name varchar not null,
    parent_id bigint not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
