insert into state_stock (item_id, depot_id, qty, value, last_cost, last_business_at)
values (@item_id, @depot_id, @qty, @value, @last_cost, @last_business_at)
on conflict (item_id, depot_id) do update set
    qty = excluded.qty,
    value = excluded.value,
    last_cost = excluded.last_cost,
    last_business_at = excluded.last_business_at;
