-- What a mapping gives of stores and depots. Not null: needed; the others may be left out.
create temp table incoming_store (
    row_no bigint not null,
    store_code varchar not null,
    store_name varchar not null,
    store_kind varchar,
    region varchar,
    opened_date date,
    closed_date date,
);
