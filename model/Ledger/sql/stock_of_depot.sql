select expires_on, batch_id, bin_id, qty
from state_stock
where item_id = @item_id and depot_id = @depot_id;
