select amount
from state_request_paid
where seq = @seq and line_no = @line_no;
