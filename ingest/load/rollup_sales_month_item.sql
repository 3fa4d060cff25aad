-- fact_sales by month, item, and what marks a line. Sorted by month_key, item_id, is_promoted,
-- is_return, line_purpose.
insert into rollup_sales_month_item by name
select
    sales.month_key as month_key,
    make_date(sales.month_key // 100, sales.month_key % 100, 1) as period_date,
    sales.item_id as item_id,
    sales.is_promoted as is_promoted,
    sales.is_return as is_return,
    sales.line_purpose as line_purpose,
    sum(sales.qty) as qty,
    sum(sales.list_amount) as list_amount,
    sum(sales.net_amount) as net_amount,
    sum(sales.tax_amount) as tax_amount,
    sum(sales.gross_amount) as gross_amount,
    sum(sales.discount_amount) as discount_amount,
    sum(sales.cost_amount) as cost_amount,
    sum(sales.margin_amount) as margin_amount,
    sum(sales.management_cost_amount) as management_cost_amount,
from fact_sales as sales
where sales.month_key in (select touched.month_key from staging_touched_sales as touched)
group by sales.month_key, sales.item_id, sales.is_promoted, sales.is_return, sales.line_purpose
order by sales.month_key, sales.item_id, sales.is_promoted, sales.is_return, sales.line_purpose;
