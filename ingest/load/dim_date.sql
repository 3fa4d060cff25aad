-- Days from the year before the first business date of any row to the year after the last, as far
-- as they are not there yet. Where nothing was posted but masters, $fallback_date stands for both.
insert into dim_date by name
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
),
days as (
    select unnest(generate_series(
        make_date(years.first_year - 1, 1, 1),
        make_date(years.last_year + 1, 12, 31),
        interval 1 day
    ))::date as calendar_date
    from years
)
select
    year(days.calendar_date) * 10000
        + month(days.calendar_date) * 100
        + day(days.calendar_date) as date_key,
    days.calendar_date as calendar_date,
    year(days.calendar_date) as year_number,
    quarter(days.calendar_date) as quarter_number,
    year(days.calendar_date) * 100 + month(days.calendar_date) as month_key,
    month(days.calendar_date) as month_number,
    day(days.calendar_date) as day_number,
    isoyear(days.calendar_date) as iso_year,
    week(days.calendar_date) as iso_week,
    date_trunc('week', days.calendar_date)::date as week_start_date,
    isodow(days.calendar_date) as weekday_number,
    isodow(days.calendar_date) >= 6 as is_weekend,
from days
anti join dim_date as known on known.calendar_date = days.calendar_date
order by days.calendar_date;
