delete from state_freeze
where item_id = @item_id and batch_id = @batch_id and depot_id = @depot_id;
