-- Later corrections of a line's cost.
select
    adjustment.seq,
    adjustment.line_no,
    adjustment.original_seq,
    adjustment.original_line_no,
    adjustment.original_movement_no,
    adjustment.business_date,
    adjustment.cost_amount
from cost_adjustment as adjustment
where adjustment.seq > @from_seq and adjustment.seq <= @to_seq
order by adjustment.seq, adjustment.line_no;
