insert into state_followed (seq, line_no, kind, qty)
values (@seq, @line_no, @kind, @qty)
on conflict (seq, line_no, kind) do update set qty = excluded.qty;
