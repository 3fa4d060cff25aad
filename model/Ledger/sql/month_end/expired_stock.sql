-- Batches on hand whose last day of use is over at the period's end.
select
    item.code as what,
    depot.code as place,
    stock.qty as amount
from state_stock as stock
inner join state_master as item on item.kind = 'item' and item.id = stock.item_id
inner join state_master as depot on depot.kind = 'store' and depot.id = stock.depot_id
where stock.expires_on > 0 and stock.expires_on <= @to_date and stock.qty > 0
order by item.code, depot.code;
