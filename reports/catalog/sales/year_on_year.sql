-- title:  同比毛利 | Sales and margin against comparable periods
-- grain:  by_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         grain text = none in none|day|week|month|quarter|year
--         compare list of window = last_year, same_days_last_month
--         store_scope text = all in all|with_comparable|comparable|new|closed
--         tax_basis text = taxpayer in taxpayer|net|gross
--         amount_unit text = yuan in yuan|wan
-- share:  sales_amount
-- chart:  line bucket sales_amount by by_name
-- why:    本周、本月的数量、销售额和毛利，与可比的日子并排。退货记在过账的期间，成本随之冲回。 |
--         This week's or month's quantity, sales and margin beside comparable days.
--         Returns count in the period they were posted in, with the cost they took back.
select
    sales.by_code as by_code,
    max(sales.by_name) as by_name,
    bucket.bucket_date as bucket,
    sales_qty(sales.qty) as sales_qty,
    sales_amount(sales.net_amount) as sales_amount,
    margin_amount(sales.margin_amount) as margin_amount,
    margin_rate(sales.margin_amount, sales.net_amount) as margin_rate,
from sales
join bucket on sales.period_date between bucket.from_date and bucket.to_date
group by sales.by_code, bucket.bucket_date
