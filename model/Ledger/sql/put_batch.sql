insert into state_batch (
    item_id, batch_no, lot_no, batch_id, produced_on, expires_on, expiry_precision
)
values (@item_id, @batch_no, @lot_no, @batch_id, @produced_on, @expires_on, @expiry_precision)
on conflict (item_id, batch_no, lot_no) do update set
    batch_id = excluded.batch_id,
    produced_on = excluded.produced_on,
    expires_on = excluded.expires_on,
    expiry_precision = excluded.expiry_precision;
