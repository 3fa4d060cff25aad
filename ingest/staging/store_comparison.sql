-- Rows of the Ledger's store_comparison.
create temp table staging_store_comparison (
    version_id bigint not null,
    store_comparison_id bigint not null,
    store_comparison_code varchar not null,
    store_id bigint not null,
    from_date bigint not null,
    choice varchar not null,
);
