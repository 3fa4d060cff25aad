-- Customers by the month of their first purchase, and in each month since how many bought and what
-- they spent on the days they did.
with began as (
    select
        day.population_kind as population_kind,
        day.party_id as party_id,
        date_trunc('month', min(day.business_date))::date as first_month,
    from purchase_day as day
    group by day.population_kind, day.party_id
),
size as (
    select began.population_kind, began.first_month, count(*) as customers
    from began
    group by began.population_kind, began.first_month
)
select
    began.population_kind as population_kind,
    began.first_month as first_month,
    date_diff('month', began.first_month, day.business_date)::integer as months_since,
    any_value(size.customers) as cohort_count,
    count(distinct day.party_id) as customer_count,
    sum(day.net_amount)::decimal(18, 4) as cohort_amount,
from purchase_day as day
inner join began
    on began.population_kind = day.population_kind and began.party_id = day.party_id
inner join size
    on size.population_kind = began.population_kind and size.first_month = began.first_month
group by 1, 2, 3
order by 1, 2, 3;
