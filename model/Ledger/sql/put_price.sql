insert into state_price (
    price_list_id, item_id, unit, min_qty, valid_from, valid_to, unit_price, seq
)
values (
    @price_list_id, @item_id, @unit, @min_qty, @valid_from, @valid_to, @unit_price, @seq
)
on conflict (price_list_id, item_id, unit, min_qty, valid_from) do update set
    valid_to = excluded.valid_to,
    unit_price = excluded.unit_price,
    seq = excluded.seq;
