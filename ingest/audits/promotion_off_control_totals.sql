-- No month may promote other lines, list amount or discount than posting counted.
with found as (
    unpivot (
        select
            promoted.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as promotion_lines,
            sum(promoted.list_amount) as promotion_list,
            sum(promoted.discount_amount) as promotion_discount,
        from fact_promotion as promoted
        group by promoted.month_key
    )
    on promotion_lines, promotion_list, promotion_discount
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
    where control.measure like 'promotion\_%' escape '\'
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
