-- fact_sales by month and store. Sorted by month_key, store_id.
insert into rollup_sales_month_store by name
select
    sales.month_key as month_key,
    make_date(sales.month_key // 100, sales.month_key % 100, 1) as period_date,
    sales.store_id as store_id,
    sum(sales.qty) as qty,
    sum(sales.net_amount) as net_amount,
    sum(sales.tax_amount) as tax_amount,
    sum(sales.gross_amount) as gross_amount,
    sum(sales.discount_amount) as discount_amount,
    sum(sales.cost_amount) as cost_amount,
    sum(sales.margin_amount) as margin_amount,
from fact_sales as sales
where sales.month_key in (select touched.month_key from staging_touched_sales as touched)
group by sales.month_key, sales.store_id
order by sales.month_key, sales.store_id;
