select place, seq, line_no, qty, value, effective, is_cost_explicit
from state_pool_queue
where item_id = @item_id and depot_id = @depot_id and batch_id = @batch_id
order by place;
