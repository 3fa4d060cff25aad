-- What a mapping gives of batches (批号) of items. Not null: needed; the others may be left out.
create temp table incoming_batch (
    row_no bigint not null,
    item_code varchar not null,
    batch_no varchar not null,
    produced_date date,
    expiry_date date,
);
