insert into state_customer_price (
    party_id, item_id, unit, valid_from, valid_to, unit_price, seq
)
values (@party_id, @item_id, @unit, @valid_from, @valid_to, @unit_price, @seq)
on conflict (party_id, item_id, unit, valid_from) do update set
    valid_to = excluded.valid_to,
    unit_price = excluded.unit_price,
    seq = excluded.seq;
