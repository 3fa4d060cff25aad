-- The best items asked of the lines by hand. The generation's schema takes the place of star.
select
    item.item_code as item_code,
    max(item.item_name) as item_name,
    sum(sales.qty) as qty,
    sum(sales.net_amount) as net_amount,
    sum(sales.margin_amount) as margin_amount,
from star.fact_sales as sales
left join star.dim_item as item on item.item_id = sales.item_id and item.is_current
where sales.business_date between $from_date::date and $to_date::date
group by item.item_code
order by net_amount desc
limit 20;
