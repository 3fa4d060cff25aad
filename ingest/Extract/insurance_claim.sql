-- Claims on the office of medical insurance, by fund.
select
    claim.seq,
    claim.line_no,
    claim.month_key,
    claim.scheme,
    claim.fund,
    claim.amount
from insurance_claim as claim
where claim.seq > @from_seq and claim.seq <= @to_seq
order by claim.seq, claim.line_no;
