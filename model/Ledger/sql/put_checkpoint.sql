insert into state_pool_checkpoint (item_id, depot_id, batch_id, business_at, pool)
values (@item_id, @depot_id, @batch_id, @business_at, @pool)
on conflict (item_id, depot_id, batch_id, business_at) do update set
    pool = excluded.pool;
