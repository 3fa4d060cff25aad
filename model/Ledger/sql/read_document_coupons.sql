-- Coupons that a document issues.
select
    coupon.coupon_code,
    coupon.face_amount,
    coupon.least_spent,
    coupon.valid_from,
    coupon.valid_to,
    coalesce(bearer.party_code, '') as bearer_code
from coupon
left join party as bearer on bearer.version_id = coupon.bearer_id
where coupon.seq = @seq
order by coupon.line_no;
