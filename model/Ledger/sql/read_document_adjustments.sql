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
    -- What is moved within the company costs at both ends; its line has it once.
    and not (
        later.kind in ('transfer', 'bin_move')
        and exists (
            select 1 from stock_movement as arrival
            where
                arrival.seq = later.original_seq
                and arrival.line_no = later.original_movement_no
                and arrival.qty > 0
        )
    )
    and exists (
        select 1 from state_movement as movement where movement.seq = @seq
    )
order by later.seq, later.line_no;
