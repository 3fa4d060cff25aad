-- No month may dispatch, sign for or refuse other lines or quantity than posting counted.
with found as (
    unpivot (
        select
            delivery.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as delivery_lines,
            sum(delivery.dispatched_qty) as delivery_dispatched,
            sum(delivery.signed_qty) as delivery_signed,
            sum(delivery.refused_qty) as delivery_refused,
        from fact_delivery as delivery
        group by delivery.month_key
    )
    on delivery_lines, delivery_dispatched, delivery_signed, delivery_refused
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
    where control.measure like 'delivery\_%' escape '\'
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
