insert into state_last_price (
    party_id, item_id, unit, business_at, seq, line_no, amount, qty
)
values (@party_id, @item_id, @unit, @business_at, @seq, @line_no, @amount, @qty)
on conflict (party_id, item_id, unit) do update set
    business_at = excluded.business_at,
    seq = excluded.seq,
    line_no = excluded.line_no,
    amount = excluded.amount,
    qty = excluded.qty
where
    excluded.business_at > state_last_price.business_at
    or (
        excluded.business_at = state_last_price.business_at
        and excluded.seq >= state_last_price.seq
    );
