select business_at, pool
from state_pool_checkpoint
where
    item_id = @item_id and depot_id = @depot_id and batch_id = @batch_id
    and business_at <= @business_at
order by business_at desc
limit 1;
