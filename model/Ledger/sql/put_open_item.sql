insert into state_open_item (
    account, party_id, seq, line_no, due_date, origin_date, amount, remaining
)
values (@account, @party_id, @seq, @line_no, @due_date, @origin_date, @amount, @remaining)
on conflict (account, party_id, seq, line_no) do update set
    remaining = excluded.remaining;
