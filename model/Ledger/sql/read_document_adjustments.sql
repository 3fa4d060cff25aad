select
    later.seq,
    entry.recorded_at,
    later.original_line_no,
    later.business_date,
    later.cost_amount
from cost_adjustment as later
inner join entry on entry.seq = later.seq
where
    later.original_seq = @seq
    and exists (
        select 1 from state_movement as movement where movement.seq = @seq
    )
order by later.seq, later.line_no;
