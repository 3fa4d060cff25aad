insert into state_request_paid (seq, line_no, amount)
values (@seq, @line_no, @amount)
on conflict (seq, line_no) do update set
    amount = excluded.amount;
