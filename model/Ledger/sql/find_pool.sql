select qty, value, last_cost, last_business_at, last_order, moves
from state_pool
where item_id = @item_id and depot_id = @depot_id and batch_id = @batch_id;
