-- The Ledger's stock on hand by item and depot; depot −1 where it is kept for the company.
create temp table staging_on_hand (
    item_id bigint not null,
    depot_id bigint not null,
    qty bigint not null,
    value bigint not null,
);
