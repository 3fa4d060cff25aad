-- One row per version of a company in law. Row −1 = none.
create table dim_legal_entity (
    legal_entity_key bigint not null,
    legal_entity_id bigint not null,
    legal_entity_code varchar not null,
    legal_entity_name varchar not null,
    taxpayer_type varchar not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
