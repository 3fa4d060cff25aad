select returned_qty, returned_cost, adjusted_cost
from state_sale_line
where seq = @seq and line_no = @line_no;
