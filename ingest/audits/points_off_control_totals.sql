-- No month may change other things that members hold than posting counted.
with sums as (
    select
        fact.month_key::bigint as month_key,
        count(*)::decimal(38, 4) as member_lines,
        sum(fact.points_qty)::decimal(38, 4) as member_points,
        sum(fact.points_earned_qty)::decimal(38, 4) as member_points_earned,
        sum(fact.spent_amount)::decimal(38, 4) as member_spent,
        sum(fact.stored_paid_amount)::decimal(38, 4) as member_stored_paid,
        sum(fact.stored_bonus_amount)::decimal(38, 4) as member_stored_bonus,
    from fact_points as fact
    group by fact.month_key
),
found as (
    unpivot sums
    on member_lines,
        member_points,
        member_points_earned,
        member_spent,
        member_stored_paid,
        member_stored_bonus
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
        'member_lines',
        'member_points',
        'member_points_earned',
        'member_spent',
        'member_stored_paid',
        'member_stored_bonus'
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
