-- The last entry of each store and business day.
create temp table staging_store_day (
    store_id bigint not null,
    business_date bigint not null,
    seq bigint not null,
    recorded_at bigint not null,
);
