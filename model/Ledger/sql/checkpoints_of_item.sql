select depot_id, batch_id, business_at, pool
from state_pool_checkpoint
where item_id = @item_id;
