insert into state_accrual (seq, line_no, qty, amount)
values (@seq, @line_no, @qty, @amount)
on conflict (seq, line_no) do update set
    qty = excluded.qty,
    amount = excluded.amount;
