-- title:  商品全貌 | Item on one page
-- grain:  item_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         item text optional
--         as_of date = today
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    一个商品是什么、卖得怎样：期间内卖了多少、留下多少毛利，某日终了各仓共有多少，最近一次卖出和收货及其
--         价格。不分仓库：分仓见库存查询。 |
--         What an item is and how it does: what was sold in the period and what it left, what lies
--         in all depots at the end of a day, when it was last sold and received, at what price.
--         Not by depot: that is stock/on_hand.
with undone as (
    select distinct taken_back.original_document_key
    from sales as taken_back
    where taken_back.is_reversal and taken_back.business_date <= $as_of
),

parts as (
    select
        sales.item_id,
        sales.item_code,
        sales.item_name,
        sales.specification,
        sales.base_unit,
        sum(sales.qty) filter (sales.business_date between $from_date and $to_date) as sold_qty,
        sum(sales.net_amount) filter (sales.business_date between $from_date and $to_date) as sold,
        sum(sales.margin_amount)
            filter (sales.business_date between $from_date and $to_date) as margin,
        max(sales.business_date) filter (
            sales.qty > 0
            and not sales.is_reversal
            and undone.original_document_key is null
            and sales.business_date <= $as_of
        ) as sold_on,
        0 as lying_qty,
        0 as worth,
    from sales
    left join undone on undone.original_document_key = sales.document_key
    group by all
    union all
    select
        stock.item_id,
        stock.item_code,
        stock.item_name,
        stock.specification,
        stock.base_unit,
        0,
        0,
        0,
        null,
        sum(stock.closing_qty),
        sum(stock.closing_value_amount),
    from daily_stock as stock
    where $as_of between stock.from_date and stock.to_date
    group by all
),

received as (
    select
        purchase.item_id,
        max(purchase.business_date) as received_on,
        arg_max(
            purchase.net_amount / purchase.qty,
            (purchase.business_at, purchase.document_key, purchase.line_no)
        ) as price,
    from purchase
    where
        purchase.document_kind = 'purchase_receipt'
        and not purchase.is_reversal
        and purchase.qty > 0
        and purchase.business_date <= $as_of
        and purchase.document_key not in (
            select taken_back.original_document_key
            from purchase as taken_back
            where taken_back.is_reversal and taken_back.business_date <= $as_of
        )
    group by purchase.item_id
)

select
    parts.item_code as item_code,
    max(parts.item_name) as item_name,
    max(parts.specification) as specification,
    max(parts.base_unit) as base_unit,
    max(parts.sold_on) as last_sold_date,
    max(received.received_on) as last_received_date,
    max(received.price)::decimal(18, 4) as last_unit_price,
    coalesce(sum(parts.sold_qty), 0) as sales_qty,
    coalesce(sum(parts.sold), 0) as sales_amount,
    coalesce(sum(parts.margin), 0) as margin_amount,
    case when sum(parts.sold) > 0 then sum(parts.margin) / sum(parts.sold) end as margin_rate,
    sum(parts.lying_qty) as closing_qty,
    sum(parts.worth) as closing_value_amount,
from parts
left join received on received.item_id = parts.item_id
where $item is null or parts.item_code = $item
group by parts.item_code
order by sales_amount desc, item_code
