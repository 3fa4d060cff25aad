-- Money movements.
select
    movement.seq,
    movement.line_no,
    movement.debit_account,
    movement.credit_account,
    movement.store_id,
    movement.debit_party_id,
    movement.credit_party_id,
    movement.business_date,
    movement.is_adjustment,
    movement.amount
from money_movement as movement
where movement.seq > @from_seq and movement.seq <= @to_seq
order by movement.seq, movement.line_no;
