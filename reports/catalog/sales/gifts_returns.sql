-- title:  赠品与退货 | Gifts and returns
-- grain:  by_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         by dimension = item
--         compare list of window = none
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    送出了什么、退回了什么，各占销售的多少。退货记在过账的期间，不记在原销售的期间。 |
--         What was given away and what came back, each with its share of what was sold.
--         Returns count in the period they were posted in, not in that of the sale.
select
    sales.by_code as by_code,
    max(sales.by_name) as by_name,
    return_qty(sales.qty, sales.is_return) as return_qty,
    return_amount(sales.gross_amount, sales.is_return) as return_amount,
    return_rate(sales.gross_amount, sales.is_return) as return_rate,
    gift_qty(sales.qty, sales.line_purpose) as gift_qty,
    gift_cost_amount(sales.cost_amount, sales.line_purpose) as gift_cost_amount,
    gross_amount(sales.gross_amount) as gross_amount,
from sales
inner join bucket on sales.period_date between bucket.from_date and bucket.to_date
group by sales.by_code
having
    count(*) filter (sales.is_return) > 0
    or count(*) filter (sales.line_purpose = 'gift') > 0
