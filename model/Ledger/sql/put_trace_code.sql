insert into state_trace_code (code, item_id, batch_id, location, seq)
values (@code, @item_id, @batch_id, @location, @seq)
on conflict (code) do update set
    item_id = excluded.item_id,
    batch_id = excluded.batch_id,
    location = excluded.location,
    seq = excluded.seq;
