select qty, amount
from state_accrual
where seq = @seq and line_no = @line_no;
