-- One row per batch (批号) of an item, where it was first received: a batch never changes, so rows
-- are only added. Row −1 = of no batch. Sorted by batch_id.
create table dim_batch (
    batch_id bigint not null,
    item_id bigint not null,
    batch_no varchar not null,
    lot_no varchar not null,
    supplier_batch_no varchar not null,
    party_id bigint not null,
    produced_date date,
    batch_end_date date,
    expiry_precision varchar not null,
    received_date date,
    received_document_key bigint not null,
    received_document_no varchar not null,
);
