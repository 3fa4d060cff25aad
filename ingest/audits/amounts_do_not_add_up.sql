-- No sales line may have a gross other than net and tax, a margin other than net less cost, or
-- another month than its date's.
select
    sales.document_key as document_key,
    sales.line_no as line_no,
    sales.business_date as business_date,
    sales.month_key as month_key,
    sales.net_amount as net_amount,
    sales.tax_amount as tax_amount,
    sales.gross_amount as gross_amount,
    sales.cost_amount as cost_amount,
    sales.margin_amount as margin_amount,
from fact_sales as sales
where sales.gross_amount <> sales.net_amount + sales.tax_amount
    or sales.margin_amount <> sales.net_amount - sales.cost_amount
    or sales.month_key <> year(sales.business_date) * 100 + month(sales.business_date)
order by sales.document_key, sales.line_no
limit 100;
