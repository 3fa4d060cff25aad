-- title:  疑似店卡 | Suspected cards of stores
-- grain:  party_code, month_date
-- params: period text = last_90_days
--         from_date date optional
--         to_date date optional
--         most_tickets int = 3
--         least_days int = 5
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    一个月里有若干天每天超过若干张小票的会员：像是店员代刷，忠诚度分析不算它们。 |
--         Members with more than so many tickets a day on so many days of a month: as if the staff
--         had used the card. The analysis of loyalty leaves them out.
with day as (
    select
        sales.party_code,
        max(sales.party_name) as party_name,
        sales.business_date,
        sum(sales.ticket_count) as tickets,
        sum(sales.net_amount) as sold,
    from sales
    inner join bucket on sales.business_date between bucket.from_date and bucket.to_date
    where sales.member_level_code <> ''
    group by sales.party_code, sales.business_date
    having sum(sales.ticket_count) > $most_tickets
)

select
    day.party_code as party_code,
    max(day.party_name) as party_name,
    date_trunc('month', day.business_date)::date as month_date,
    count(*) as busy_day_count,
    sum(day.tickets) as ticket_count,
    max(day.tickets) as most_ticket_count,
    sum(day.sold) as sales_amount,
from day
group by day.party_code, date_trunc('month', day.business_date)
having count(*) >= $least_days
order by busy_day_count desc, party_code, month_date
