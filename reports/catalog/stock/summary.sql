-- title:  收发存汇总 | Stock summary
-- grain:  depot_code, item_code
-- params: from_day date = month_start, to_day date = today
--         unit text = base in base|large|mixed
--         amount_unit text = yuan in yuan|wan
-- why:    期间的期初、收入、发出和期末，按仓库和商品，数量和金额都有：每行 期初 + 收 − 发（金额再加重估
--         ）= 期末。不是今日库存：期末是期间末日的。 |
--         Opening, in, out and closing of a period by depot and item, in quantity and value:
--         opening + in − out (+ revalued, in value) is closing in every row.
--         Not on hand of today: closing is that of the period's last day.
select
    stock.depot_code as depot_code,
    max(stock.depot_name) as depot_name,
    stock.item_code as item_code,
    max(stock.item_name) as item_name,
    max(stock.base_unit) as base_unit,
    max(stock.pack_unit) as pack_unit,
    max(stock.pack_factor) as pack_factor,
    sum(
        case
            when $from_day between stock.from_date and stock.to_date
                then case
                    when stock.from_date = $from_day then stock.opening_qty
                    else stock.closing_qty
                end
            else 0
        end
    ) as opening_qty,
    sum(case when stock.from_date >= $from_day then stock.in_qty else 0 end) as in_qty,
    sum(case when stock.from_date >= $from_day then stock.out_qty else 0 end) as out_qty,
    sum(case when stock.to_date >= $to_day then stock.closing_qty else 0 end) as closing_qty,
    sum(
        case
            when $from_day between stock.from_date and stock.to_date
                then case
                    when stock.from_date = $from_day then stock.opening_value_amount
                    else stock.closing_value_amount
                end
            else 0
        end
    ) as opening_value_amount,
    sum(case when stock.from_date >= $from_day then stock.in_value_amount else 0 end)
        as in_value_amount,
    sum(case when stock.from_date >= $from_day then stock.out_value_amount else 0 end)
        as out_value_amount,
    sum(case when stock.from_date >= $from_day then stock.revalued_amount else 0 end)
        as revalued_amount,
    sum(case when stock.to_date >= $to_day then stock.closing_value_amount else 0 end)
        as closing_value_amount,
from daily_stock as stock
where stock.from_date <= $to_day and stock.to_date >= $from_day
group by stock.depot_code, stock.item_code
having
    bool_or(stock.from_date >= $from_day)
    or sum(stock.closing_qty) <> 0
    or sum(stock.closing_value_amount) <> 0
order by stock.depot_code, stock.item_code
