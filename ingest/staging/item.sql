-- Rows of the Ledger's item, and when each was recorded.
create temp table staging_item (
    version_id bigint not null,
    item_id bigint not null,
    item_code varchar not null,
    item_name varchar not null,
    category_id bigint not null,
    specification varchar not null,
    maker varchar not null,
    base_unit varchar not null,
    pack_unit varchar not null,
    pack_factor bigint not null,
    tax_rate bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
