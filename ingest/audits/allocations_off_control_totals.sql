-- No month may settle other amounts than posting counted, on either side.
with sums as (
    select
        fact.month_key::bigint as month_key,
        (count(*) filter (where fact.side = 'debit'))::decimal(38, 4) as allocation_lines,
        sum(
            case when fact.side = 'debit' then fact.settled_amount else 0 end
        )::decimal(38, 4) as allocation_debit,
        sum(
            case when fact.side = 'credit' then fact.settled_amount else 0 end
        )::decimal(38, 4) as allocation_credit,
    from fact_allocation as fact
    group by fact.month_key
),
found as (
    unpivot sums
    on allocation_lines, allocation_debit, allocation_credit
    into name measure value total
),
expected as (
    select
        control.month_key as month_key,
        control.measure as measure,
        case
            when control.measure like '%\_lines' escape '\' then control.total::decimal(38, 4)
            else (control.total * 0.0001)::decimal(38, 4)
        end as total,
    from staging_control as control
    where control.measure in (
        'allocation_lines',
        'allocation_debit',
        'allocation_credit'
    )
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
