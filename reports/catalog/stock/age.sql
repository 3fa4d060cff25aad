-- title:  库龄分析 | Age of stock
-- grain:  depot_code, item_code, received_date
-- params: received_to date = today
--         amount_unit text = yuan in yuan|wan
-- why:    各日入库还剩多少、值多少，先进先出，截至最后一笔，最老的在前。不是离过期多久，也不能看以前某日。 |
--         What is left of each day's receipts, first in, first out, and what it is worth: how old
--         stock is as of the last entry, the oldest first. Not how soon it expires, and not as of
--         an earlier day.
select
    layer.depot_code as depot_code,
    max(layer.depot_name) as depot_name,
    layer.item_code as item_code,
    max(layer.item_name) as item_name,
    layer.received_date as received_date,
    sum(layer.remaining_qty) as remaining_qty,
    sum(layer.remaining_value_amount) as remaining_value_amount,
from cost_layer as layer
where layer.received_date <= $received_to
group by layer.depot_code, layer.item_code, layer.received_date
order by layer.received_date, layer.depot_code, layer.item_code
