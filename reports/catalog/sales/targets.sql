-- title:  目标完成 | Targets and completion
-- grain:  by_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store in store|employee|party|none
--         measure text = net_sales
--         actual text = net_amount in net_amount|gross_amount|margin_amount|qty|ticket_count
--         grain text = none in none|month|quarter|year
-- chart:  bar by_name actual_amount
-- drill:  sales/analysis
-- why:    门店、员工、客户或全公司（维度选“不分”）的目标完成了多少，与时间进度并排。目标按月：
--         实际从期间首月一日算到期间末日，对整月的目标。没有目标而有销售的也有行，合计才对得上。
--         没有保底或挑战目标的，以目标代替。不是预测：推算值只是照此进度走下去。 |
--         What was sold of what was set as the target of a store, an employee, a customer, or of
--         the company (by=none), with the time elapsed. Targets are of months: actual counts from
--         the first day of the period's first month to its last day, held against whole months.
--         Measure is what targets are called by, actual is what of sales counts for it. Who sold
--         without a target has a row too, so that rows come to the total. Without a floor or a
--         stretch the target stands for it. Not a forecast: projected goes on at this pace.
with months as (
    select
        bucket.bucket_date,
        date_trunc('month', bucket.from_date)::date as first_day,
        bucket.to_date as last_day,
        last_day(bucket.to_date) as end_day,
    from bucket
),

parts as (
    select
        target.by_code,
        target.by_name,
        months.bucket_date,
        target.target_amount as aim,
        case when target.floor_amount < 0 then target.target_amount else target.floor_amount end
            as least_aim,
        case when target.stretch_amount < 0 then target.target_amount else target.stretch_amount end
            as most_aim,
        0 as reached,
    from target
    inner join months on target.period_date between months.first_day and months.end_day
    where
        target.is_current
        and target.measure = $measure
        and target.scope_kind = case $by when 'none' then 'company' else $by end
    union all
    select
        sales.by_code,
        sales.by_name,
        months.bucket_date,
        0,
        0,
        0,
        case $actual
            when 'gross_amount' then sales.gross_amount
            when 'margin_amount' then sales.margin_amount
            when 'qty' then sales.qty
            when 'ticket_count' then sales.ticket_count
            else sales.net_amount
        end,
    from sales
    inner join months on sales.period_date between months.first_day and months.last_day
),

elapsed as (
    select
        months.bucket_date,
        (months.last_day - months.first_day + 1) / (months.end_day - months.first_day + 1) as share,
    from months
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    parts.bucket_date as bucket,
    sum(parts.reached) as actual_amount,
    sum(parts.aim) as target_amount,
    case when sum(parts.aim) > 0 then sum(parts.reached) / sum(parts.aim) end as target_rate,
    max(elapsed.share) as time_rate,
    sum(parts.aim) - sum(parts.reached) as gap_amount,
    sum(parts.reached) / max(elapsed.share) as projected_amount,
    sum(parts.least_aim) as floor_amount,
    sum(parts.most_aim) as stretch_amount,
from parts
inner join elapsed on elapsed.bucket_date = parts.bucket_date
group by parts.by_code, parts.bucket_date
