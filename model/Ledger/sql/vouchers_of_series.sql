select voucher_no, seq, line_no, used_seq
from state_voucher
where series = @series and voucher_no between @from_no and @to_no
order by voucher_no;
