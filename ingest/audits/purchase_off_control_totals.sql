-- No month may buy other lines, quantity, net, tax, freight or estimate than posting counted.
with found as (
    unpivot (
        select
            purchase.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as purchase_lines,
            sum(purchase.qty) as purchase_qty,
            sum(purchase.net_amount) as purchase_net,
            sum(purchase.tax_amount) as purchase_tax,
            sum(purchase.landed_amount) as purchase_landed,
            sum(purchase.estimate_amount) as purchase_estimate,
        from fact_purchase as purchase
        group by purchase.month_key
    )
    on purchase_lines, purchase_qty, purchase_net, purchase_tax, purchase_landed,
        purchase_estimate
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
    where control.measure like 'purchase\_%' escape '\'
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
