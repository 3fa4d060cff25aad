-- Rows of the Ledger's batch.
create temp table staging_batch (
    seq bigint not null,
    line_no bigint not null,
    batch_id bigint not null,
    item_id bigint not null,
    batch_no varchar not null,
    lot_no varchar not null,
    supplier_batch_no varchar not null,
    party_id bigint not null,
    produced_on bigint not null,
    expires_on bigint not null,
    expiry_precision varchar not null,
);
