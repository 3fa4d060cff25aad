select cast(coalesce(sum(qty), 0) as bigint) as qty
from stock_movement
where item_id = @item_id and depot_id = @depot_id and batch_id = -1 and bin_id = -1;
