-- What a writer of forecasts gives, in any order.
create temp table staging_fact_forecast (
    item_id bigint not null,
    store_id bigint not null,
    horizon_date date not null,
    as_of_date date not null,
    p10_qty decimal(18, 4) not null,
    p50_qty decimal(18, 4) not null,
    p90_qty decimal(18, 4) not null,
    total_p10_qty decimal(18, 4) not null,
    total_p50_qty decimal(18, 4) not null,
    total_p90_qty decimal(18, 4) not null,
    model_name varchar not null,
);
