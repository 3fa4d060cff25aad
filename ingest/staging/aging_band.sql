-- Rows of the Ledger's aging_band.
create temp table staging_aging_band (
    version_id bigint not null,
    aging_band_id bigint not null,
    aging_band_code varchar not null,
    account varchar not null,
    days bigint not null,
    provision_rate bigint not null,
    is_active bigint not null,
);
