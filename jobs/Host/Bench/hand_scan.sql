-- All lines by store asked by hand. The generation's schema takes the place of star.
select
    sales.store_id as store_id,
    sum(sales.qty) as qty,
    sum(sales.net_amount) as net_amount,
    sum(sales.margin_amount) as margin_amount,
from star.fact_sales as sales
group by sales.store_id;
