select item_id, batch_id, depot_id, seq from state_freeze;
