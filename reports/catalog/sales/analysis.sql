-- title:  销售分析 | Sales analysis
-- grain:  by_code, then_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         then dimension = category1
--         grain text = none in none|day|week|month|quarter|year
--         compare list of window = none
--         store_scope text = all in all|with_comparable|comparable|new|closed
--         cost_basis text = book in book|management
--         tax_basis text = taxpayer in taxpayer|net|gross
--         amount_unit text = yuan in yuan|wan
-- share:  sales_amount
-- chart:  line bucket sales_amount by by_name
-- drill:  sales/detail
-- why:    按任意两个维度看销售，毛利可按账面成本或考核成本算。不是同比：同比毛利固定一个维度和几种对比。 |
--         Sales by any two dimensions, with margin on book cost or on management cost.
--         Not year on year: that one has fixed comparisons and one dimension.
with lines as (
    select
        bucket.bucket_date,
        sales.by_code,
        sales.by_name,
        sales.then_code,
        sales.then_name,
        sales.qty,
        sales.gross_amount,
        sales.discount_amount,
        sales.list_amount,
        sales.net_amount,
        case $cost_basis
            when 'management' then sales.management_cost_amount
            else sales.cost_amount
        end as chosen_cost,
        case $cost_basis
            when 'management' then sales.net_amount - sales.management_cost_amount
            else sales.margin_amount
        end as chosen_margin,
    from sales
    inner join bucket on sales.period_date between bucket.from_date and bucket.to_date
)

select
    lines.by_code as by_code,
    max(lines.by_name) as by_name,
    lines.then_code as then_code,
    max(lines.then_name) as then_name,
    lines.bucket_date as bucket,
    sales_qty(lines.qty) as sales_qty,
    gross_amount(lines.gross_amount) as gross_amount,
    discount_amount(lines.discount_amount) as discount_amount,
    discount_rate(lines.discount_amount, lines.list_amount) as discount_rate,
    sales_amount(lines.net_amount) as sales_amount,
    cost_amount(lines.chosen_cost) as cost_amount,
    margin_amount(lines.chosen_margin) as margin_amount,
    margin_rate(lines.chosen_margin, lines.net_amount) as margin_rate,
from lines
group by lines.by_code, lines.then_code, lines.bucket_date
