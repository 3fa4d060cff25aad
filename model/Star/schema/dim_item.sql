-- One row per item version; item_key is the version's seq in the Ledger, item_id the durable one.
-- Row −1 = unknown. Categories are resolved as they are now; an item on a shallow branch repeats
-- its deepest level below it.
create table dim_item (
    item_key bigint not null,
    item_id bigint not null,
    item_code varchar not null,
    item_name varchar not null,
    specification varchar not null,
    maker_name varchar not null,
    category1_code varchar not null,
    category1_name varchar not null,
    category2_code varchar not null,
    category2_name varchar not null,
    category_code varchar not null,
    category_name varchar not null,
    base_unit varchar not null,
    pack_unit varchar not null,
    pack_factor decimal(18, 6) not null,
    tax_rate decimal(9, 4) not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
