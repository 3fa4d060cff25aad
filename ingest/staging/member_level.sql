-- Rows of the Ledger's member_level, and when each was recorded.
create temp table staging_member_level (
    version_id bigint not null,
    member_level_id bigint not null,
    member_level_code varchar not null,
    member_level_name varchar not null,
    rank bigint not null,
    points_rate bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
