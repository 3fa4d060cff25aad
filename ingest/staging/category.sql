-- Rows of the Ledger's category, and when each was recorded.
create temp table staging_category (
    version_id bigint not null,
    category_id bigint not null,
    category_code varchar not null,
    category_name varchar not null,
    parent_id bigint not null,
    recorded_at bigint not null,
);
