-- The Ledger's stock on hand by item and depot.
create temp table staging_on_hand (
    item_id bigint not null,
    depot_id bigint not null,
    qty bigint not null,
    value bigint not null,
);
