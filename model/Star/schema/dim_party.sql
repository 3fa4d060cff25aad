-- One row per party version (customer, supplier or both). Row −1 = none. An erased person's name is
-- empty.
create table dim_party (
    party_key bigint not null,
    party_id bigint not null,
    party_code varchar not null,
    party_name varchar not null,
    party_class_code varchar not null,
    party_class_name varchar not null,
    party_region_code varchar not null,
    party_region_name varchar not null,
    is_customer boolean not null,
    is_supplier boolean not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
