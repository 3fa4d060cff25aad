-- No month may order other lines, quantity, net or tax than posting counted.
with found as (
    unpivot (
        select
            ordered.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as order_lines,
            sum(ordered.ordered_qty) as order_qty,
            sum(ordered.ordered_net_amount) as order_net,
            sum(ordered.ordered_tax_amount) as order_tax,
        from fact_order as ordered
        where ordered.order_step in ('ordered', 'changed')
        group by ordered.month_key
    )
    on order_lines, order_qty, order_net, order_tax
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
    where control.measure like 'order\_%' escape '\'
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
