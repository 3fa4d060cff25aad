delete from state_signed
where
    seq = @seq
    and line_no = @line_no
    and receipt_seq = @receipt_seq
    and receipt_line_no = @receipt_line_no;
