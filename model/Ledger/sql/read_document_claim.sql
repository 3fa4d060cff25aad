-- What a claim on the office of medical insurance is for, by fund.
select month_key, scheme, fund, amount
from insurance_claim
where seq = @seq
order by line_no;
