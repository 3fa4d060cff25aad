-- Rows of the Ledger's store, and when each was recorded.
create temp table staging_store (
    version_id bigint not null,
    store_id bigint not null,
    store_code varchar not null,
    store_name varchar not null,
    store_kind varchar not null,
    region varchar not null,
    opened_on bigint not null,
    closed_on bigint not null,
    may_go_negative bigint not null,
    legal_entity_id bigint not null,
    department_id bigint not null,
    floor_area bigint not null,
    recorded_at bigint not null,
);
