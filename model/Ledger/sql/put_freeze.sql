insert into state_freeze (item_id, batch_id, depot_id, seq)
values (@item_id, @batch_id, @depot_id, @seq);
