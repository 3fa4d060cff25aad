-- What was counted in the tills, beside what was expected.
select
    tender.tender_code,
    counted.counted_amount,
    counted.expected_amount,
    counted.till_code,
    counted.shift_no
from till_count as counted
inner join tender on tender.version_id = counted.tender_id
where counted.seq = @seq
order by counted.line_no;
