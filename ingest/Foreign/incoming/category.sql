-- What a mapping gives of categories. Not null: needed; the others may be left out.
create temp table incoming_category (
    row_no bigint not null,
    category_code varchar not null,
    category_name varchar not null,
    parent_code varchar,
);
