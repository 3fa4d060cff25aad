-- One row per price given: of a price list, or agreed with a customer; for one unit, from a least
-- quantity up and from a day to a day. Of one list or customer, item, unit and least quantity, on a
-- day that row holds which begins last and is not replaced. Sorted by item_id, document_key,
-- line_no.
create table fact_price (
    document_key bigint not null,
    line_no integer not null,
    price_kind varchar not null,
    price_list_id bigint not null,
    party_id bigint not null,
    item_id bigint not null,
    entered_unit varchar not null,
    min_qty decimal(18, 4) not null,
    unit_price decimal(18, 6) not null,
    valid_from_date date not null,
    valid_to_date date not null,
    recorded_at timestamp not null,
    replaced_by_key bigint not null,
);
