-- title:  销售排行 | Sales ranking
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = item
--         order_by text = sales_amount in sales_amount|sales_qty|margin_amount
--         direction text = best in best|worst
--         top int = 20
--         tax_basis text = taxpayer in taxpayer|net|gross
--         amount_unit text = yuan in yuan|wan
-- chart:  bar by_name sales_amount
-- drill:  sales/detail
-- why:    卖出去的商品里哪些最好（畅销）、哪些最差（滞销）。不是积压：期间内没卖过的没有行。 |
--         What sold best (hot) or worst (slow) of what was sold at all.
--         Not idle stock: what did not sell in the period has no row here.
with ranked as (
    select
        sales.by_code,
        max(sales.by_name) as by_name,
        sales_qty(sales.qty) as total_qty,
        sales_amount(sales.net_amount) as total_sales,
        margin_amount(sales.margin_amount) as total_margin,
        margin_rate(sales.margin_amount, sales.net_amount) as total_rate,
        case $order_by
            when 'sales_qty' then sales_qty(sales.qty)
            when 'margin_amount' then margin_amount(sales.margin_amount)
            else sales_amount(sales.net_amount)
        end * case $direction when 'worst' then -1 else 1 end as weight,
    from sales
    inner join bucket on sales.period_date between bucket.from_date and bucket.to_date
    group by sales.by_code
)

select
    row_number() over (order by ranked.weight desc nulls last, ranked.by_code) as rank_number,
    ranked.by_code as by_code,
    ranked.by_name as by_name,
    ranked.total_qty as sales_qty,
    ranked.total_sales as sales_amount,
    ranked.total_margin as margin_amount,
    ranked.total_rate as margin_rate,
from ranked
qualify rank_number <= $top
order by rank_number
