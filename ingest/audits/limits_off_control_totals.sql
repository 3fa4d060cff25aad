-- No limit may be missing, here twice, or other than posting counted.
with sums as (
    select
        count(*)::decimal(38, 4) as limit_lines,
        coalesce(sum(rule.least_qty), 0)::decimal(38, 4) as limit_min,
        coalesce(sum(rule.most_qty), 0)::decimal(38, 4) as limit_max,
        coalesce(sum(rule.limit_amount), 0)::decimal(38, 4) as limit_amount,
    from fact_limit_rule as rule
),
found as (
    unpivot sums
    on limit_lines, limit_min, limit_max, limit_amount
    into name measure value total
),
expected as (
    select
        control.measure as measure,
        case
            when control.measure = 'limit_lines' then control.total::decimal(38, 4)
            else (control.total * 0.0001)::decimal(38, 4)
        end as total,
    from staging_control as control
    where control.measure in ('limit_lines', 'limit_min', 'limit_max', 'limit_amount')
)
select
    found.measure as measure,
    found.total as in_star,
    coalesce(expected.total, 0) as in_ledger,
from found
left join expected on expected.measure = found.measure
where found.total <> coalesce(expected.total, 0)
order by found.measure;
