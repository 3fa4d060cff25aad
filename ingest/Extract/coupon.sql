-- Coupons issued, and those whose issue was taken back.
select
    coupon.seq,
    coupon.line_no,
    coupon.coupon_code,
    coupon.party_id,
    coupon.bearer_id,
    coupon.face_amount,
    coupon.least_spent,
    coupon.valid_from,
    coupon.valid_to
from coupon as coupon
where coupon.seq > @from_seq and coupon.seq <= @to_seq
union all
select
    reversal.seq,
    coupon.line_no,
    coupon.coupon_code,
    coupon.party_id,
    coupon.bearer_id,
    -coupon.face_amount,
    coupon.least_spent,
    coupon.valid_from,
    coupon.valid_to
from document as reversal
inner join coupon as coupon on coupon.seq = reversal.original_seq
where
    reversal.seq > @from_seq
    and reversal.seq <= @to_seq
    and reversal.is_reversal = 1
    and reversal.kind = 'coupon_issue'
order by seq, line_no;
