-- Rows of the Ledger's price_list, and when each was recorded.
create temp table staging_price_list (
    version_id bigint not null,
    price_list_id bigint not null,
    price_list_code varchar not null,
    price_list_name varchar not null,
    includes_tax bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
