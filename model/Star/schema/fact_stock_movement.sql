-- One row per stock movement, counted from the depot's side: the counter-location got the
-- negatives. Σ qty and Σ value of a depot and item are its stock on hand. Sorted by business_date,
-- depot_id, document_key, line_no.
create table fact_stock_movement (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    business_at timestamp not null,
    month_key integer not null,
    item_id bigint not null,
    depot_id bigint not null,
    counter_location varchar not null,
    party_id bigint not null,
    qty decimal(18, 4) not null,
    value_amount decimal(18, 4) not null,
);
