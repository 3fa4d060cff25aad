-- title:  可用库存 | Available stock
-- grain:  depot_code, item_code
-- params: item text optional, depot text optional, lacking_only bool = false
-- drill:  stock/journal
-- why:    在手减去未完成销售订单要的，再加未完成采购订单和在途到货，按仓库和商品，截至最后一笔；
--         只看缺口即订单要的比有的多。不是占用：哪些订单占用了库存，数据里没有，所以未完成的都算。
--         也不含仓库之间在途的货。 |
--         On hand less what open sales orders wait for, and what is to come of open purchase
--         orders and arrivals, by depot and item as of the last entry; lacking alone is what
--         orders want more of than there is. Not what orders reserve (占用): which of them do is
--         not in the star, so every open one counts. Nor goods on their way between depots.
with wanted as (
    select
        stock.depot_code,
        stock.depot_name,
        stock.item_code,
        stock.item_name,
        stock.base_unit,
        stock.closing_qty as on_hand,
        0 as going,
        0 as coming,
    from daily_stock as stock
    where stock.to_date = date '9999-12-31'
    union all by name
    select
        orders.depot_code,
        orders.depot_name,
        orders.item_code,
        orders.item_name,
        orders.base_unit,
        0 as on_hand,
        case when orders.order_kind = 'sales_order' then orders.open_qty else 0 end as going,
        case when orders.order_kind = 'sales_order' then 0 else orders.open_qty end as coming,
    from "order" as orders
    where orders.order_kind in ('sales_order', 'purchase_order', 'arrival_notice')
)

select
    wanted.depot_code as depot_code,
    max(wanted.depot_name) as depot_name,
    wanted.item_code as item_code,
    max(wanted.item_name) as item_name,
    max(wanted.base_unit) as base_unit,
    sum(wanted.on_hand) as closing_qty,
    sum(wanted.going) as open_sales_qty,
    sum(wanted.on_hand - wanted.going) as available_qty,
    sum(wanted.coming) as incoming_qty,
    sum(wanted.on_hand - wanted.going + wanted.coming) as projected_qty,
from wanted
where
    coalesce($item, wanted.item_code) is not distinct from wanted.item_code
    and coalesce($depot, wanted.depot_code) is not distinct from wanted.depot_code
group by wanted.depot_code, wanted.item_code
having
    case
        when $lacking_only then sum(wanted.on_hand - wanted.going) < 0
        else sum(wanted.on_hand) <> 0 or sum(wanted.going) <> 0 or sum(wanted.coming) <> 0
    end
order by wanted.depot_code, wanted.item_code
