insert into state_signed (seq, line_no, receipt_seq, receipt_line_no, qty, cost)
values (@seq, @line_no, @receipt_seq, @receipt_line_no, @qty, @cost)
on conflict (seq, line_no, receipt_seq, receipt_line_no) do update set cost = excluded.cost;
