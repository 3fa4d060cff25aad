-- No month may move other numbers of stock lines or trace codes, or first receive another number of
-- batches, than posting counted.
with counted as (
    select
        movement.month_key::bigint as month_key,
        'stock_lines' as measure,
        count(*) as total,
    from fact_stock_movement as movement
    group by movement.month_key
    union all by name
    select step.month_key::bigint as month_key, 'trace_code_lines' as measure, count(*) as total
    from fact_trace_code as step
    group by step.month_key
    union all by name
    select
        year(batch.received_date) * 100 + month(batch.received_date) as month_key,
        'batch_lines' as measure,
        count(*) as total,
    from dim_batch as batch
    where batch.received_date is not null
    group by year(batch.received_date) * 100 + month(batch.received_date)
),
expected as (
    select
        control.month_key as month_key,
        control.measure as measure,
        control.total as total,
    from staging_control as control
    where control.measure in ('stock_lines', 'trace_code_lines', 'batch_lines')
)
select
    coalesce(counted.month_key, expected.month_key) as month_key,
    coalesce(counted.measure, expected.measure) as measure,
    coalesce(counted.total, 0) as in_star,
    coalesce(expected.total, 0) as in_ledger,
from counted
full join expected
    on expected.month_key = counted.month_key and expected.measure = counted.measure
where coalesce(counted.total, 0) <> coalesce(expected.total, 0)
order by month_key, measure;
