-- Money of a period by document, in the order in which vouchers are numbered.
select
    movement.business_date,
    movement.seq,
    document.kind,
    document.document_no,
    document.note,
    movement.store_id,
    movement.is_adjustment,
    movement.debit_account,
    movement.debit_party_id,
    movement.credit_account,
    movement.credit_party_id,
    movement.amount
from money_movement as movement
left join document on document.seq = movement.seq
where movement.business_date between @from_date and @to_date
order by movement.business_date, movement.seq, movement.line_no;
