-- What reports go by; conventions as in 0001_masters.sql.

-- Open items of an account up to so many days old (−1: older than all others), and the share of
-- them that is provided for (×10⁶).
create table aging_band (
    version_id bigint not null primary key,
    aging_band_id bigint not null,
    aging_band_code text not null,
    account text not null,
    days bigint not null,
    provision_rate bigint not null,
    is_active bigint not null
) without rowid;

-- Whether a store stands in comparisons from a day (yyyymmdd) on: by_rule, comparable or
-- not_comparable.
create table store_comparison (
    version_id bigint not null primary key,
    store_comparison_id bigint not null,
    store_comparison_code text not null,
    store_id bigint not null,
    from_date bigint not null,
    choice text not null
) without rowid;
