-- No month may invoice other lines, quantity, net or tax than posting counted.
with found as (
    unpivot (
        select
            invoice.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as invoice_lines,
            sum(invoice.qty) as invoice_qty,
            sum(invoice.net_amount) as invoice_net,
            sum(invoice.tax_amount) as invoice_tax,
        from fact_invoice as invoice
        group by invoice.month_key
    )
    on invoice_lines, invoice_qty, invoice_net, invoice_tax
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
    where control.measure like 'invoice\_%' escape '\'
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
