-- What a mapping gives of prices, of a list or agreed with a customer, one of both. The unit is the
-- item's basic one where none is given, and a day left out has no end. Not null: needed; the others
-- may be left out.
create temp table incoming_price (
    row_no bigint not null,
    price_list_code varchar,
    party_code varchar,
    item_code varchar not null,
    unit varchar,
    min_qty decimal(18, 4),
    unit_price decimal(18, 6) not null,
    valid_from date,
    valid_to date,
);
