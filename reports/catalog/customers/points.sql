-- title:  积分储值汇总 | Points and stored value
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         amount_unit text = yuan in yuan|wan
-- why:    会员积分和储值在期间内的变动，按发生的地方。不是余额：会员手里的是从头累计的。 |
--         What members' points and stored value changed by in the period, by where it happened.
--         Not balances: what a member holds is the sum since the beginning.
select
    points.by_code as by_code,
    max(points.by_name) as by_name,
    coalesce(sum(points.points_qty) filter (points.points_qty > 0), 0) as points_added_qty,
    coalesce(-sum(points.points_qty) filter (points.points_qty < 0), 0) as points_taken_qty,
    sum(points.points_qty) as points_qty,
    sum(points.stored_paid_amount) as stored_paid_amount,
    sum(points.stored_bonus_amount) as stored_bonus_amount,
from points
inner join bucket on points.business_date between bucket.from_date and bucket.to_date
group by points.by_code
