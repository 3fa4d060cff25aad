-- What control totals would be at an earlier entry: the Ledger's own engine adds up its entries to
-- @to_seq.
with line_sums as (
    select
        document.business_date / 100 as month_key,
        count(*) as lines,
        sum(line.qty) as qty,
        sum(line.net_amount) as net,
        sum(line.tax_amount) as tax,
        sum(line.discount_amount) as discount,
        sum(line.cost_amount) as cost
    from document_line as line
    inner join document as document on document.seq = line.seq
    where
        line.seq <= @to_seq
        and document.kind in (
            'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
            'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
        )
        and (
            document.kind <> 'delivery_receipt'
            or (line.qty > 0) = (document.is_reversal = 0)
        )
    group by document.business_date / 100
),
adjustment_sums as (
    select
        adjustment.business_date / 100 as month_key,
        count(*) as lines,
        sum(adjustment.cost_amount) as cost
    from cost_adjustment as adjustment
    where
        adjustment.seq <= @to_seq
        and adjustment.kind in (
            'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
            'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
        )
        and (adjustment.kind <> 'delivery_receipt' or adjustment.original_movement_no = 0)
    group by adjustment.business_date / 100
),
stock_sums as (
    select
        movement.business_date / 100 as month_key,
        sum(movement.qty) as qty,
        sum(movement.value) as value
    from stock_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
),
measures as (
    select line_sums.month_key, 'sales_lines' as measure, line_sums.lines as total from line_sums
    union all
    select adjustment_sums.month_key, 'sales_lines', adjustment_sums.lines from adjustment_sums
    union all
    select line_sums.month_key, 'sales_qty', line_sums.qty from line_sums
    union all
    select line_sums.month_key, 'sales_net', line_sums.net from line_sums
    union all
    select line_sums.month_key, 'sales_tax', line_sums.tax from line_sums
    union all
    select line_sums.month_key, 'sales_discount', line_sums.discount from line_sums
    union all
    select line_sums.month_key, 'sales_cost', line_sums.cost from line_sums
    union all
    select adjustment_sums.month_key, 'sales_cost', adjustment_sums.cost from adjustment_sums
    union all
    select stock_sums.month_key, 'stock_qty', stock_sums.qty from stock_sums
    union all
    select stock_sums.month_key, 'stock_value', stock_sums.value from stock_sums
    union all
    select document.business_date / 100, 'store_documents', count(*)
    from document as document
    where document.seq <= @to_seq and document.store_id > 0
    group by document.business_date / 100
    union all
    select movement.business_date / 100, 'money_amount', sum(movement.amount)
    from money_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
)
select
    measures.month_key,
    measures.measure,
    cast(sum(measures.total) as bigint) as total
from measures as measures
group by measures.month_key, measures.measure
order by measures.month_key, measures.measure;
