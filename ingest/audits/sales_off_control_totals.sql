-- No month may sell other lines, tickets, quantity, amounts or cost than posting counted.
with found as (
    unpivot (
        select
            sales.month_key::bigint as month_key,
            count(*)::decimal(38, 4) as sales_lines,
            sum(sales.ticket_count)::decimal(38, 4) as sales_tickets,
            sum(sales.qty) as sales_qty,
            sum(sales.list_amount) as sales_list,
            sum(sales.net_amount) as sales_net,
            sum(sales.tax_amount) as sales_tax,
            sum(sales.discount_amount) as sales_discount,
            sum(sales.cost_amount) as sales_cost,
            sum(sales.management_cost_amount) as sales_management_cost,
        from fact_sales as sales
        group by sales.month_key
    )
    on
        sales_lines,
        sales_tickets,
        sales_qty,
        sales_list,
        sales_net,
        sales_tax,
        sales_discount,
        sales_cost,
        sales_management_cost
    into name measure value total
),
expected as (
    select
        control.month_key as month_key,
        control.measure as measure,
        case
            when control.measure in ('sales_lines', 'sales_tickets')
                then control.total::decimal(38, 4)
            else (control.total * 0.0001)::decimal(38, 4)
        end as total,
    from staging_control as control
    where control.measure like 'sales\_%' escape '\'
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
