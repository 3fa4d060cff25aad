-- Rows of the Ledger's legal_entity, and when each was recorded.
create temp table staging_legal_entity (
    version_id bigint not null,
    legal_entity_id bigint not null,
    legal_entity_code varchar not null,
    legal_entity_name varchar not null,
    taxpayer_type varchar not null,
    is_active bigint not null,
    recorded_at bigint not null,
);
