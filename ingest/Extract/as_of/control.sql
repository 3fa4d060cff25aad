-- What control totals would be at an earlier entry: the Ledger's own engine adds up its entries
-- to @to_seq.
with figures as (
    select
        line.seq,
        document.business_date / 100 as month_key,
        1 as lines,
        line.qty as qty,
        line.net_amount as net,
        line.tax_amount as tax,
        line.discount_amount as discount,
        line.cost_amount as cost
    from document_line as line
    inner join document as document on document.seq = line.seq
    where line.seq <= @to_seq and document.kind in ('sale', 'sale_return')
    union all
    select
        adjustment.seq,
        adjustment.business_date / 100,
        1,
        0,
        0,
        0,
        0,
        adjustment.cost_amount
    from cost_adjustment as adjustment
    where adjustment.seq <= @to_seq
),
measures as (
    select month_key, 'sales_lines' as measure, sum(lines) as total from figures group by month_key
    union all
    select month_key, 'sales_qty', sum(qty) from figures group by month_key
    union all
    select month_key, 'sales_net', sum(net) from figures group by month_key
    union all
    select month_key, 'sales_tax', sum(tax) from figures group by month_key
    union all
    select month_key, 'sales_discount', sum(discount) from figures group by month_key
    union all
    select month_key, 'sales_cost', sum(cost) from figures group by month_key
    union all
    select movement.business_date / 100, 'stock_qty', sum(movement.qty)
    from stock_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
    union all
    select movement.business_date / 100, 'stock_value', sum(movement.value)
    from stock_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
    union all
    select movement.business_date / 100, 'money_amount', sum(movement.amount)
    from money_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
)
select
    measures.month_key,
    measures.measure,
    measures.total
from measures as measures
order by measures.month_key, measures.measure;
