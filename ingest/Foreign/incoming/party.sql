-- What a mapping gives of customers and suppliers. Not null: needed; the others may be left out.
create temp table incoming_party (
    row_no bigint not null,
    party_code varchar not null,
    party_name varchar not null,
    is_customer boolean,
    is_supplier boolean,
    party_class varchar,
    region varchar,
    price_list_code varchar,
    is_active boolean,
);
