-- Rows of the Ledger's stock_movement.
create temp table staging_stock_movement (
    seq bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    depot_id bigint not null,
    counter_location bigint not null,
    business_at bigint not null,
    business_date bigint not null,
    qty bigint not null,
    value bigint not null,
);
