select adjusted_cost, was_uncovered
from state_movement
where seq = @seq and line_no = @line_no;
