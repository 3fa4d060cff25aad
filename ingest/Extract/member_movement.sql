-- What changed of what members hold.
select
    movement.seq,
    movement.line_no,
    movement.party_id,
    movement.measure,
    movement.business_date,
    movement.amount
from member_movement as movement
where movement.seq > @from_seq and movement.seq <= @to_seq
order by movement.seq, movement.line_no;
