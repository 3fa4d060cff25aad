-- Rows of the Ledger's list_value, and when each was recorded.
create temp table staging_list_value (
    version_id bigint not null,
    list_value_id bigint not null,
    list_name varchar not null,
    value_code varchar not null,
    value_name varchar not null,
    parent_id bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
