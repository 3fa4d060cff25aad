insert into state_pool_queue (
    item_id, depot_id, batch_id, place, is_layer, seq, line_no, qty, value, effective,
    is_cost_explicit
)
values (
    @item_id, @depot_id, @batch_id, @place, @is_layer, @seq, @line_no, @qty, @value, @effective,
    @is_cost_explicit
)
on conflict (item_id, depot_id, batch_id, place) do update set
    is_layer = excluded.is_layer,
    seq = excluded.seq,
    line_no = excluded.line_no,
    qty = excluded.qty,
    value = excluded.value,
    effective = excluded.effective,
    is_cost_explicit = excluded.is_cost_explicit;
