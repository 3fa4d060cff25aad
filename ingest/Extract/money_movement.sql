-- Money movements.
select
    movement.seq,
    movement.line_no,
    movement.debit_account,
    movement.credit_account,
    movement.store_id,
    case
        when movement.debit_party_id <> -1 then movement.debit_party_id
        else movement.credit_party_id
    end as party_id,
    movement.business_date,
    movement.amount
from money_movement as movement
where movement.seq > @from_seq and movement.seq <= @to_seq
order by movement.seq, movement.line_no;
