-- Year on year by store asked of the lines by hand: both windows and their totals at once. The
-- generation's schema takes the place of star.
select
    store.store_code as store_code,
    max(store.store_name) as store_name,
    sum(sales.qty) filter (where sales.business_date >= $from_date::date) as qty,
    sum(sales.net_amount) filter (where sales.business_date >= $from_date::date) as net_amount,
    sum(sales.margin_amount) filter (where sales.business_date >= $from_date::date)
        as margin_amount,
    sum(sales.qty) filter (where sales.business_date < $from_date::date) as base_qty,
    sum(sales.net_amount) filter (where sales.business_date < $from_date::date) as base_net_amount,
    sum(sales.margin_amount) filter (where sales.business_date < $from_date::date)
        as base_margin_amount,
from star.fact_sales as sales
left join star.dim_store as store on store.store_id = sales.store_id and store.is_current
where sales.business_date between $base_from_date::date and $to_date::date
group by rollup (store.store_code);
