-- Rows of the Ledger's target.
create temp table staging_target (
    version_id bigint not null,
    target_id bigint not null,
    target_code varchar not null,
    scope_kind varchar not null,
    scope_id bigint not null,
    measure varchar not null,
    month_key bigint not null,
    floor_amount bigint not null,
    target_amount bigint not null,
    stretch_amount bigint not null,
);
