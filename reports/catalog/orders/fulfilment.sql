-- title:  订单执行 | Order fulfilment
-- grain:  order_no, order_line_no
-- params: from_day date optional, to_day date = today, open_only bool = false
--         kind text = sales_order in sales_order|purchase_order
-- why:    期间内订单的每一行：订了多少、到了多少、终止了多少、还有多少未完成，订 = 到 + 终止 + 未完成
--         。按订单日期算，以后的执行都计入。不是全部销售或收货：没有订单的不在此。 |
--         Each line of an order of the period: ordered, followed by goods, ended without them, and
--         open. Ordered is followed + ended + open. Counted from the order's day, with all that
--         came of it since. Not sales or receipts: those without an order are not here.
select
    orders.order_no as order_no,
    orders.order_line_no as order_line_no,
    max(orders.order_date) as order_date,
    max(orders.expected_date) as expected_date,
    max(orders.party_code) as party_code,
    max(orders.party_name) as party_name,
    max(orders.item_code) as item_code,
    max(orders.item_name) as item_name,
    sum(orders.ordered_qty) as ordered_qty,
    sum(orders.followed_qty) as followed_qty,
    sum(orders.ended_qty) as ended_qty,
    sum(orders.open_qty) as open_qty,
from "order" as orders
where
    orders.order_kind = $kind
    and ($from_day is null or orders.order_date >= $from_day)
    and orders.order_date <= $to_day
group by orders.order_key, orders.order_no, orders.order_line_no
having not $open_only or sum(orders.open_qty) > 0
order by max(orders.order_date) desc, orders.order_no, orders.order_line_no
