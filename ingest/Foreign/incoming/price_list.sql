-- What a mapping gives of price lists. Not null: needed; the others may be left out.
create temp table incoming_price_list (
    row_no bigint not null,
    price_list_code varchar not null,
    price_list_name varchar not null,
    includes_tax boolean,
    valid_from date,
    valid_to date,
    is_active boolean,
);
