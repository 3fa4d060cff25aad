delete from state_pool_queue
where
    item_id = @item_id and depot_id = @depot_id and batch_id = @batch_id
    and place = @place;
