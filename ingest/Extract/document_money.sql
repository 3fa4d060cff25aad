-- Amounts of documents by account, as handed in.
select
    part.seq,
    part.line_no,
    part.account,
    part.party_id,
    part.department_id,
    part.amount,
    part.tax_amount,
    part.original_seq,
    part.original_line_no
from document_money as part
where part.seq > @from_seq and part.seq <= @to_seq
order by part.seq, part.line_no;
