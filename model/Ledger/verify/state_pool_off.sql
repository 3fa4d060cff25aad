-- Pools that no movement made, and queues of a pool that is not there or is empty.
select state_pool.item_id, state_pool.depot_id, state_pool.qty
from state_pool
where
    (state_pool.qty <> 0 or state_pool.value <> 0)
    and not exists (
        select 1
        from movement_day
        cross join stock_movement
        where
            stock_movement.business_at / 86400000 = movement_day.day
            and stock_movement.item_id = state_pool.item_id
            and (state_pool.depot_id = -1 or stock_movement.depot_id = state_pool.depot_id)
            and (state_pool.batch_id = -1 or stock_movement.batch_id = state_pool.batch_id)
    )
union all
select state_pool_queue.item_id, state_pool_queue.depot_id, state_pool_queue.qty
from state_pool_queue
left join state_pool
    on
        state_pool.item_id = state_pool_queue.item_id
        and state_pool.depot_id = state_pool_queue.depot_id
        and state_pool.batch_id = state_pool_queue.batch_id
where
    coalesce(state_pool.qty, 0) = 0
    or case when state_pool.qty > 0 then 1 else 0 end <> state_pool_queue.is_layer;
