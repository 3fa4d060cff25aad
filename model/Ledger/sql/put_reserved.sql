insert into state_reserved (item_id, depot_id, seq, line_no, reserves_until, qty)
values (@item_id, @depot_id, @seq, @line_no, @reserves_until, @qty)
on conflict (item_id, depot_id, seq, line_no) do update set qty = excluded.qty;
