select qty, net_amount, tax_amount
from state_invoiced
where seq = @seq and line_no = @line_no;
