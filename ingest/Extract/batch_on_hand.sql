-- Stock on hand by batch as posting keeps it.
select
    stock.item_id,
    stock.depot_id,
    stock.batch_id,
    cast(sum(stock.qty) as bigint) as qty
from state_stock as stock
where stock.batch_id >= 0
group by stock.item_id, stock.depot_id, stock.batch_id
having sum(stock.qty) <> 0
order by stock.item_id, stock.depot_id, stock.batch_id;
