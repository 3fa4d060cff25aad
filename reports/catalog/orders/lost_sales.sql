-- title:  缺货损失 | Lost sales
-- grain:  by_code, reason_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         by dimension = item
--         amount_unit text = yuan in yuan|wan
-- drill:  orders/fulfilment
-- why:    期间内销售订单没给货就终止的，按原因，以及订的金额。记在终止的日子，不记在订单的日子。
--         不含因为没货而没人下单的：那没有单据可说。 |
--         What sales orders ended without goods in the period, by the reason given, and what it
--         was ordered for. Counted on the day it ended, not on the order's. Not what nobody
--         ordered because there was none: of that no document tells.
with priced as (
    select
        orders.order_key,
        orders.order_line_no,
        sum(orders.ordered_qty) as qty,
        sum(orders.ordered_gross_amount) as gross_amount,
    from "order" as orders
    where orders.order_kind = 'sales_order'
    group by orders.order_key, orders.order_line_no
),

ended as (
    select
        steps.order_key,
        steps.order_line_no,
        steps.by_code,
        max(steps.by_name) as by_name,
        coalesce(max(nullif(steps.reason_code, '')), '') as reason_code,
        sum(steps.ended_qty) as qty,
    from "order" as steps
    where
        steps.order_kind = 'sales_order'
        and steps.order_step = 'ended'
        and steps.business_date between $from_date and $to_date
    group by steps.order_key, steps.order_line_no, steps.by_code
    having sum(steps.ended_qty) <> 0
)

select
    ended.by_code as by_code,
    max(ended.by_name) as by_name,
    ended.reason_code as reason_code,
    count(*) as lost_line_count,
    sum(ended.qty) as ended_qty,
    sum(case when priced.qty > 0 then priced.gross_amount * ended.qty / priced.qty end)
        as lost_amount,
from ended
inner join priced
    on priced.order_key = ended.order_key and priced.order_line_no = ended.order_line_no
group by ended.by_code, ended.reason_code
order by lost_amount desc nulls last, ended.by_code, ended.reason_code
