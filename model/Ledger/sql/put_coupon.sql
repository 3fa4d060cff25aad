insert into state_coupon (coupon_code, seq, line_no, used_seq)
values (@coupon_code, @seq, @line_no, @used_seq)
on conflict (coupon_code) do update set
    seq = excluded.seq,
    line_no = excluded.line_no,
    used_seq = excluded.used_seq;
