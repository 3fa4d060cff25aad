insert into state_stock (item_id, depot_id, expires_on, batch_id, bin_id, qty)
values (@item_id, @depot_id, @expires_on, @batch_id, @bin_id, @qty)
on conflict (item_id, depot_id, expires_on, batch_id, bin_id) do update set
    qty = excluded.qty;
