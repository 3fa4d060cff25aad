-- Stock on hand as posting keeps it.
select
    stock.item_id,
    stock.depot_id,
    stock.qty,
    stock.value
from state_stock as stock
where stock.qty <> 0 or stock.value <> 0
order by stock.item_id, stock.depot_id;
