-- What a document adds to estimates of receipts, or takes off them.
select
    part.document_line_no,
    document.document_no,
    part.of_line_no,
    part.qty,
    part.amount
from accrual_line as part
inner join document on document.seq = part.of_seq
where part.seq = @seq
order by part.line_no;
