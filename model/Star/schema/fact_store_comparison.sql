-- One row per version of what the company says of a store in comparisons (可比店标记): comparable,
-- not_comparable, or by_rule, from a day on. Only current versions hold; others have no to_date.
-- Sorted by store_comparison_key.
create table fact_store_comparison (
    store_comparison_key bigint not null,
    store_comparison_id bigint not null,
    store_comparison_code varchar not null,
    store_id bigint not null,
    from_date date not null,
    to_date date,
    comparison_choice varchar not null,
    is_current boolean not null,
);
