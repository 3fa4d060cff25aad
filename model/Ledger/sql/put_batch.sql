insert into state_batch (
    item_id, batch_no, lot_no, batch_id, produced_on, expires_on, expiry_precision
)
values (@item_id, @batch_no, @lot_no, @batch_id, @produced_on, @expires_on, @expiry_precision);
