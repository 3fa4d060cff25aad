-- Rows of the Ledger's account, and when each was recorded.
create temp table staging_account (
    version_id bigint not null,
    account_id bigint not null,
    account_code varchar not null,
    account_name varchar not null,
    account_kind varchar not null,
    parent_code varchar not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
