-- fact_daily_stock by batch, in quantity, of items that have batches; of such an item also what
-- moved without one (batch −1). Sorted by depot_id, item_id, batch_id, from_date.
create table fact_daily_batch_stock (
    depot_id bigint not null,
    store_id bigint not null,
    item_id bigint not null,
    batch_id bigint not null,
    batch_no varchar not null,
    batch_end_date date,
    from_date date not null,
    to_date date not null,
    opening_qty decimal(18, 4) not null,
    in_qty decimal(18, 4) not null,
    out_qty decimal(18, 4) not null,
    closing_qty decimal(18, 4) not null,
);
