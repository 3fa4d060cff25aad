insert into state_voucher (series, voucher_no, seq, line_no, used_seq)
values (@series, @voucher_no, @seq, @line_no, @used_seq)
on conflict (series, voucher_no) do update set used_seq = excluded.used_seq;
