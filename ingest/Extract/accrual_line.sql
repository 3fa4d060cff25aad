-- What was owed on an estimate (暂估), by line of the receipt: added by receipts, taken off by
-- invoices and returns.
select
    accrual.seq,
    accrual.line_no,
    accrual.document_line_no,
    accrual.of_seq,
    accrual.of_line_no,
    accrual.qty,
    accrual.amount
from accrual_line as accrual
where accrual.seq > @from_seq and accrual.seq <= @to_seq
order by accrual.seq, accrual.line_no;
