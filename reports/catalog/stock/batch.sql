-- title:  批次库存 | Stock by batch
-- grain:  depot_code, item_code, batch_id
-- params: on_date date = today, within_days int = 180
-- why:    某日终了在库、当日已过期或在所问天数内到期的批次，最先到期的在前；只有数量，金额按商品和仓库核算。
--         不是库龄：库龄从入库算起。 |
--         Batches in stock at the end of a day that have expired by then or expire within the
--         days asked for, the soonest first; in quantity, for value is kept by item and depot.
--         Not the age of stock, which counts from when goods came.
select
    stock.depot_code as depot_code,
    max(stock.depot_name) as depot_name,
    stock.item_code as item_code,
    max(stock.item_name) as item_name,
    stock.batch_id as batch_id,
    max(stock.batch_no) as batch_no,
    max(stock.batch_end_date) as batch_end_date,
    sum(stock.closing_qty) as closing_qty,
from daily_batch_stock as stock
where
    $on_date between stock.from_date and stock.to_date
    and stock.batch_end_date <= $on_date + $within_days::integer
group by stock.depot_code, stock.item_code, stock.batch_id
having sum(stock.closing_qty) <> 0
order by max(stock.batch_end_date), stock.depot_code, stock.item_code, stock.batch_id
