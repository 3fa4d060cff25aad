-- Days of the calendar: from the year before the first business date of any row to the year after
-- the last. Where nothing was posted but masters, $fallback_date stands for both.
create or replace temp table staging_day as
with business_dates as (
    select document.business_date as number from staging_document as document
    union all
    select adjustment.business_date from staging_cost_adjustment as adjustment
    union all
    select movement.business_date from staging_stock_movement as movement
    union all
    select movement.business_date from staging_money_movement as movement
    union all
    select strftime(epoch_ms(step.local_at), '%Y%m%d')::bigint from staging_status_change as step
    union all
    select unnest([
        (year(min(known.calendar_date)) + 1) * 10000,
        (year(max(known.calendar_date)) - 1) * 10000
    ])
    from dim_date as known
    having count(*) > 0
),
years as (
    select
        coalesce(min(business_dates.number) // 10000, year($fallback_date::date)) as first_year,
        coalesce(max(business_dates.number) // 10000, year($fallback_date::date)) as last_year,
    from business_dates
)
select unnest(generate_series(
    make_date(years.first_year - 1, 1, 1),
    make_date(years.last_year + 1, 12, 31),
    interval 1 day
))::date as calendar_date
from years;
