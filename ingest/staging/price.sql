-- Prices given, as lists and customers have them.
create temp table staging_price (
    seq bigint not null,
    line_no bigint not null,
    price_kind varchar not null,
    price_list_id bigint not null,
    party_id bigint not null,
    item_id bigint not null,
    unit varchar not null,
    min_qty bigint not null,
    unit_price bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    recorded_at bigint not null,
);
