-- One row per version of a price list. Row −1 = none.
create table dim_price_list (
    price_list_key bigint not null,
    price_list_id bigint not null,
    price_list_code varchar not null,
    price_list_name varchar not null,
    is_tax_included boolean not null,
    starts_date date,
    ends_date date,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
