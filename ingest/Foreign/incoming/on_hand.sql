-- What a mapping gives of the stock as the source itself keeps it, a row for each batch where it
-- keeps batches. Not null: needed; the others may be left out.
create temp table incoming_on_hand (
    row_no bigint not null,
    item_code varchar not null,
    depot_code varchar not null,
    qty decimal(18, 4) not null,
    value_amount decimal(18, 4) not null,
    batch_no varchar,
);
