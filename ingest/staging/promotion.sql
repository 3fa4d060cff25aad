-- Rows of the Ledger's promotion, and when each was recorded.
create temp table staging_promotion (
    version_id bigint not null,
    promotion_id bigint not null,
    promotion_code varchar not null,
    promotion_name varchar not null,
    promotion_kind varchar not null,
    valid_from bigint not null,
    valid_to bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
