-- No month may move other quantity or value of stock than posting counted.
with found as (
    unpivot (
        select
            movement.month_key::bigint as month_key,
            sum(movement.qty) as stock_qty,
            sum(movement.value_amount) as stock_value,
        from fact_stock_movement as movement
        group by movement.month_key
    )
    on stock_qty, stock_value
    into name measure value total
),
expected as (
    select
        control.month_key as month_key,
        control.measure as measure,
        (control.total * 0.0001)::decimal(38, 4) as total,
    from staging_control as control
    where control.measure in ('stock_qty', 'stock_value')
)
select
    coalesce(found.month_key, expected.month_key) as month_key,
    coalesce(found.measure, expected.measure) as measure,
    coalesce(found.total, 0) as in_star,
    coalesce(expected.total, 0) as in_ledger,
from found
full join expected
    on expected.month_key = found.month_key and expected.measure = found.measure
where coalesce(found.total, 0) <> coalesce(expected.total, 0)
order by month_key, measure;
