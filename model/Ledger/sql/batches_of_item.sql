select batch_id, batch_no, lot_no, produced_on, expires_on, expiry_precision
from state_batch
where item_id = @item_id
order by batch_id;
