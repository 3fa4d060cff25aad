insert into state_invoiced (seq, line_no, qty, net_amount, tax_amount)
values (@seq, @line_no, @qty, @net_amount, @tax_amount)
on conflict (seq, line_no) do update set
    qty = excluded.qty,
    net_amount = excluded.net_amount,
    tax_amount = excluded.tax_amount;
