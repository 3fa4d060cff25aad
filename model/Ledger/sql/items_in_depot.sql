-- Items of which a depot has something, or lacks it.
select item_id
from state_pool
where depot_id = @depot_id and qty <> 0
union
select item_id
from state_stock
where depot_id = @depot_id and qty <> 0
order by item_id;
