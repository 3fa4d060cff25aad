insert into state_uncovered (
    item_id, depot_id, seq, line_no, store_id, business_at, business_date,
    qty, value, is_cost_explicit
)
values (
    @item_id, @depot_id, @seq, @line_no, @store_id, @business_at, @business_date,
    @qty, @value, @is_cost_explicit
)
on conflict (item_id, depot_id, seq, line_no) do update set
    store_id = excluded.store_id,
    business_at = excluded.business_at,
    business_date = excluded.business_date,
    qty = excluded.qty,
    value = excluded.value,
    is_cost_explicit = excluded.is_cost_explicit;
