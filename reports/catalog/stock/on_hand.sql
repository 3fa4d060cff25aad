-- title:  库存查询 | Stock on hand
-- grain:  depot_code, item_code
-- params: on_date date = today, negative_only bool = false
--         unit text = base in base|large|mixed
--         amount_unit text = yuan in yuan|wan
-- why:    某日终了各仓各商品有多少、账面值多少。只看负库存，即待补单或待盘点的。不是可承诺的：
--         订单在等的没有扣掉。 |
--         What lies in each depot by item at the end of a day, and what it is worth in the books.
--         Negative alone (负库存) is what is to be entered late or counted.
--         Not what can be promised: orders that wait for goods are not taken off.
select
    stock.depot_code as depot_code,
    max(stock.depot_name) as depot_name,
    stock.item_code as item_code,
    max(stock.item_name) as item_name,
    max(stock.specification) as specification,
    max(stock.base_unit) as base_unit,
    max(stock.pack_unit) as pack_unit,
    max(stock.pack_factor) as pack_factor,
    sum(stock.closing_qty) as closing_qty,
    sum(stock.closing_value_amount) as closing_value_amount,
from daily_stock as stock
where $on_date between stock.from_date and stock.to_date
group by stock.depot_code, stock.item_code
having
    case
        when $negative_only then sum(stock.closing_qty) < 0
        else sum(stock.closing_qty) <> 0 or sum(stock.closing_value_amount) <> 0
    end
order by stock.depot_code, stock.item_code
