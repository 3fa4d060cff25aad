-- Rows of the Ledger's bin, and when each was recorded.
create temp table staging_bin (
    version_id bigint not null,
    bin_id bigint not null,
    bin_code varchar not null,
    bin_name varchar not null,
    depot_id bigint not null,
    area_code varchar not null,
    is_locked bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
