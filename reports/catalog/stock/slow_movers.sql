-- title:  滞销商品 | Slow movers
-- grain:  place_code, item_code
-- params: on_date date = today, least_idle_days int = 60, base_days int = 90
--         place dimension = none
--         amount_unit text = yuan in yuan|wan
-- drill:  stock/journal
-- why:    某日终了在库、已有所问天数没卖过的，带最近一次卖出和收货，以及按最近若干天的速度还能卖多久；
--         各仓合在一起，或按仓库。从未卖过的也在内，从首次变动算起。已红冲的销售不算。不是库龄：
--         库龄从入库算起。 |
--         What lies in stock at the end of a day and was not sold for the days asked for, with
--         the last sale and receipt and how long it lasts at the pace of the last base days; of
--         all depots together, or by place=depot. What never sold is in it, idle since it first
--         moved. A reversed sale is none. Not the age of stock: that counts from the receipt.
with moved as (
    select
        move.place_code,
        move.item_code,
        case when move.is_reversal then move.original_document_key else move.document_key end
            as stands_for,
        move.counter_location,
        min(move.business_date) as moved_date,
        sum(move.qty) as qty,
        sum(
            case
                when move.business_date > $on_date - $base_days::integer then move.qty
                else 0
            end
        ) as base_qty,
    from stock_movement as move
    where move.business_date <= $on_date and move.qty <> 0
    group by move.place_code, move.item_code, stands_for, move.counter_location
),

traded as (
    select
        moved.place_code,
        moved.item_code,
        max(moved.moved_date) filter (
            moved.qty < 0 and moved.counter_location in ('customer', 'dispatched')
        ) as last_sold,
        max(moved.moved_date) filter (moved.qty > 0 and moved.counter_location = 'supplier')
            as last_received,
        min(moved.moved_date) as first_moved,
        coalesce(
            -sum(moved.base_qty) filter (moved.counter_location in ('customer', 'dispatched')), 0
        ) as sold,
    from moved
    group by moved.place_code, moved.item_code
),

held as (
    select
        stock.place_code,
        max(stock.place_name) as place_name,
        stock.item_code,
        max(stock.item_name) as item_name,
        max(stock.specification) as specification,
        max(stock.base_unit) as base_unit,
        sum(stock.closing_qty) as qty,
        sum(stock.closing_value_amount) as value_amount,
    from daily_stock as stock
    where $on_date between stock.from_date and stock.to_date
    group by stock.place_code, stock.item_code
    having sum(stock.closing_qty) > 0
)

select
    held.place_code as place_code,
    held.place_name as place_name,
    held.item_code as item_code,
    held.item_name as item_name,
    held.specification as specification,
    held.base_unit as base_unit,
    held.qty as closing_qty,
    held.value_amount as closing_value_amount,
    traded.last_sold as last_sold_date,
    traded.last_received as last_received_date,
    $on_date - coalesce(traded.last_sold, traded.first_moved) as idle_days,
    traded.sold as sold_qty,
    case when traded.sold > 0 then held.qty * $base_days::integer / traded.sold end as cover_days,
from held
inner join traded on traded.place_code = held.place_code and traded.item_code = held.item_code
where $on_date - coalesce(traded.last_sold, traded.first_moved) >= $least_idle_days
order by idle_days desc, closing_value_amount desc, held.place_code, held.item_code
