-- The first and the last day that any fact bears; $fallback_date where there is no fact.
with business_dates as (
    select min(sales.business_date) as first_date, max(sales.business_date) as last_date
    from fact_sales as sales
    union all
    select min(movement.business_date), max(movement.business_date)
    from fact_stock_movement as movement
    union all
    select min(money.business_date), max(money.business_date)
    from fact_money as money
)
select
    coalesce(min(business_dates.first_date), $fallback_date::date) as first_date,
    coalesce(max(business_dates.last_date), $fallback_date::date) as last_date,
from business_dates;
