-- Lines of payment requests that a payment pays.
select
    document.document_no,
    part.of_line_no,
    part.amount
from request_payment as part
inner join document on document.seq = part.of_seq
where part.seq = @seq
order by part.line_no;
