-- What a mapping gives of stock movements. Not null: needed; the others may be left out.
create temp table incoming_stock_movement (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    item_code varchar not null,
    depot_code varchar not null,
    counter_location varchar not null,
    qty decimal(18, 4) not null,
    value_amount decimal(18, 4) not null,
    batch_no varchar,
);
