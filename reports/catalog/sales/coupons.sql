-- title:  代金券统计 | Coupons
-- grain:  by_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         as_of date = today
--         amount_unit text = yuan in yuan|wan
-- why:    期间内发出的代金券到某日为止的去向：已用、过期、未用，按发放的地方或对象。作废的不算发出。
--         已用金额是它在小票上抵掉的钱。不是卖出的储值券：那是预收。 |
--         What became, up to a day, of the coupons issued in the period: used, expired or open, by
--         where or to whom they were issued. Revoked ones are not counted as issued. Used amount is
--         what they took off tickets. Not vouchers that are sold: those are prepaid.
with issued as (
    select
        coupon.coupon_code,
        arg_min(coupon.by_code, coupon.business_date) as by_code,
        arg_min(coupon.by_name, coupon.business_date) as by_name,
        min(coupon.business_date) as issued_on,
        max(coupon.valid_to_date) as last_day,
        sum(coupon.issued_count) as pieces,
        sum(coupon.issued_amount) as face,
    from coupon
    where coupon.event in ('issued', 'revoked') and coupon.business_date <= $as_of
    group by coupon.coupon_code
),

used as (
    select
        coupon.coupon_code,
        sum(coupon.used_count) as pieces,
        sum(coupon.used_amount) as amount,
    from coupon
    where coupon.event in ('used', 'unused') and coupon.business_date <= $as_of
    group by coupon.coupon_code
),

fates as (
    select
        issued.by_code,
        issued.by_name,
        issued.pieces,
        issued.face,
        coalesce(used.pieces, 0) as used_pieces,
        coalesce(used.amount, 0) as used_total,
        case
            when issued.pieces <= coalesce(used.pieces, 0) then 'gone'
            when issued.last_day < $as_of then 'expired'
            else 'open'
        end as fate,
    from issued
    left join used on used.coupon_code = issued.coupon_code
    where issued.issued_on between $from_date and $to_date
)

select
    fates.by_code as by_code,
    max(fates.by_name) as by_name,
    sum(fates.pieces) as issued_count,
    sum(fates.face) as issued_amount,
    sum(fates.used_pieces) as used_count,
    sum(fates.used_total) as used_amount,
    count(*) filter (fates.fate = 'expired') as expired_count,
    coalesce(sum(fates.face) filter (fates.fate = 'expired'), 0) as expired_amount,
    count(*) filter (fates.fate = 'open') as coupon_open_count,
    coalesce(sum(fates.face) filter (fates.fate = 'open'), 0) as coupon_open_amount,
    case when sum(fates.pieces) > 0 then sum(fates.used_pieces) / sum(fates.pieces) end as use_rate,
from fates
group by fates.by_code
order by fates.by_code
