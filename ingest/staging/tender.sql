-- Rows of the Ledger's tender, and when each was recorded.
create temp table staging_tender (
    version_id bigint not null,
    tender_id bigint not null,
    tender_code varchar not null,
    tender_name varchar not null,
    tender_kind varchar not null,
    account_code varchar not null,
    is_discount bigint not null,
    fee_rate bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
