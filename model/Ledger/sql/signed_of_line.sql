select receipt_seq, receipt_line_no, qty, cost
from state_signed
where seq = @seq and line_no = @line_no
order by receipt_seq, receipt_line_no;
