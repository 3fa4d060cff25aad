-- One row per item, store or depot and day to come: the demand expected, in base units, as the
-- quantiles of the day itself and of the sum from the day after as_of_date to horizon_date
-- (quantiles of days do not add up). Sorted by item_id, store_id, horizon_date.
create table fact_forecast (
    item_id bigint not null,
    store_id bigint not null,
    horizon_date date not null,
    month_key integer not null,
    as_of_date date not null,
    horizon_days integer not null,
    p10_qty decimal(18, 4) not null,
    p50_qty decimal(18, 4) not null,
    p90_qty decimal(18, 4) not null,
    total_p10_qty decimal(18, 4) not null,
    total_p50_qty decimal(18, 4) not null,
    total_p90_qty decimal(18, 4) not null,
    model_name varchar not null,
    made_at timestamp not null,
    from_generation varchar not null,
);
