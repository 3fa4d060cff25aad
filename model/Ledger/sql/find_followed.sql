select kind, qty
from state_followed
where seq = @seq and line_no = @line_no;
