-- fact_sales by business day, store, department, channel, and what marks a line. Sorted by
-- business_date, store_id, department_id, channel_id, is_member, is_promoted, is_insured,
-- is_return, line_purpose.
insert into rollup_sales_day_store by name
select
    sales.month_key as month_key,
    sales.business_date as business_date,
    sales.store_id as store_id,
    sales.department_id as department_id,
    sales.channel_id as channel_id,
    sales.is_member as is_member,
    sales.is_promoted as is_promoted,
    sales.is_insured as is_insured,
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
    sum(sales.ticket_count) as ticket_count,
from fact_sales as sales
where sales.business_date in (select touched.business_date from staging_touched_sales as touched)
group by
    sales.month_key,
    sales.business_date,
    sales.store_id,
    sales.department_id,
    sales.channel_id,
    sales.is_member,
    sales.is_promoted,
    sales.is_insured,
    sales.is_return,
    sales.line_purpose
order by
    sales.business_date,
    sales.store_id,
    sales.department_id,
    sales.channel_id,
    sales.is_member,
    sales.is_promoted,
    sales.is_insured,
    sales.is_return,
    sales.line_purpose;
