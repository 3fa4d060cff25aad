-- The Ledger's stock on hand by item, depot and batch.
create temp table staging_batch_on_hand (
    item_id bigint not null,
    depot_id bigint not null,
    batch_id bigint not null,
    qty bigint not null,
);
