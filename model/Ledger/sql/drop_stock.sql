delete from state_stock
where
    item_id = @item_id and depot_id = @depot_id and expires_on = @expires_on
    and batch_id = @batch_id and bin_id = @bin_id;
