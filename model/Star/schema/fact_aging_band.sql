-- One row per version of a band of age (账龄段) of what is open on an account, and the share of it
-- that is provided for. The first band has no from_days, the last no to_days; both ends are in.
-- Only current versions that are active hold. Sorted by aging_band_key.
create table fact_aging_band (
    aging_band_key bigint not null,
    aging_band_id bigint not null,
    aging_band_code varchar not null,
    account varchar not null,
    from_days integer,
    to_days integer,
    provision_rate decimal(18, 6) not null,
    is_current boolean not null,
    is_active boolean not null,
);
