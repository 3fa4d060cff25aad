-- The days of staging_day that are not there yet. A month before or a year before the last day of
-- a longer month is the last of the shorter one. Lunar days compare by days from Spring Festival
-- from 30 before to 15 after it, and by the Gregorian date elsewhere; years without a lunar
-- calendar (before 1901, after 2100) have none.
insert into dim_date by name
with festival as (
    select month.year_number as year_number, month.first_date as festival_date
    from staging_lunar_month as month
    where month.month_number = 1 and not month.is_leap
),
days as (
    select
        staged.calendar_date as calendar_date,
        case
            when staged.calendar_date - present.festival_date between -30 and 15
                then present.festival_date
            when staged.calendar_date - following.festival_date between -30 and 15
                then following.festival_date
        end as festival_date,
    from staging_day as staged
    left join festival as present on present.year_number = year(staged.calendar_date)
    left join festival as following on following.year_number = year(staged.calendar_date) + 1
    anti join dim_date as known on known.calendar_date = staged.calendar_date
),
lunar as (
    select
        staged.calendar_date as calendar_date,
        month.year_number as year_number,
        month.month_number as month_number,
        month.is_leap as is_leap,
        staged.calendar_date - month.first_date + 1 as day_number,
    from staging_day as staged
    asof join staging_lunar_month as month on staged.calendar_date >= month.first_date
    where staged.calendar_date <= month.last_date
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
    (month(days.calendar_date) + 5) // 6 as half_year_number,
    day(last_day(days.calendar_date)) as month_day_count,
    year(fiscal_month.first_date) + (setting.fiscal_start_month > 1)::integer as fiscal_year,
    (month(fiscal_month.first_date) + 2) // 3 as fiscal_quarter,
    month(fiscal_month.first_date) as fiscal_month,
    lunar.year_number as lunar_year,
    lunar.month_number as lunar_month,
    lunar.day_number as lunar_day,
    coalesce(lunar.is_leap, false) as is_lunar_leap_month,
    days.calendar_date - days.festival_date as spring_festival_offset,
    coalesce(holiday.name_zh, '') as holiday_name_zh,
    coalesce(holiday.name_en, '') as holiday_name_en,
    coalesce(holiday.kind = 'off', false) as is_holiday,
    coalesce(holiday.kind = 'work', false) as is_makeup_workday,
    coalesce(holiday.kind = 'work', isodow(days.calendar_date) < 6) as is_workday,
    year(days.calendar_date) in (
        select year(listed.calendar_date) from staging_holiday as listed
    ) as is_holiday_year_known,
    days.calendar_date - 1 as previous_date,
    days.calendar_date - 7 as previous_week_date,
    (days.calendar_date - interval 1 month)::date as last_month_date,
    (days.calendar_date - interval 1 year)::date as last_year_date,
    days.calendar_date - 28 as weekday_last_month_date,
    days.calendar_date - 364 as weekday_last_year_date,
    coalesce(
        days.calendar_date - (days.festival_date - earlier.festival_date)::integer,
        (days.calendar_date - interval 1 year)::date
    ) as lunar_last_year_date,
    days.calendar_date::varchar as day_code,
    days.calendar_date::varchar as day_name,
    strftime(days.calendar_date, '%G-W%V') as week_code,
    strftime(days.calendar_date, '%G-W%V') as week_name,
    strftime(days.calendar_date, '%Y-%m') as month_code,
    strftime(days.calendar_date, '%Y-%m') as month_name,
    strftime(days.calendar_date, '%Y-Q') || quarter(days.calendar_date) as quarter_code,
    strftime(days.calendar_date, '%Y-Q') || quarter(days.calendar_date) as quarter_name,
    strftime(days.calendar_date, '%Y') as year_code,
    strftime(days.calendar_date, '%Y') as year_name,
    strftime(days.calendar_date, '%m') as calendar_month_code,
    month(days.calendar_date) || '月' as calendar_month_name_zh,
    monthname(days.calendar_date) as calendar_month_name_en,
    isodow(days.calendar_date)::varchar as weekday_code,
    '周' || substr('一二三四五六日', isodow(days.calendar_date), 1) as weekday_name_zh,
    dayname(days.calendar_date) as weekday_name_en,
    case
        when holiday.kind = 'off' then 'holiday'
        when holiday.kind = 'work' or isodow(days.calendar_date) < 6 then 'workday'
        else 'weekend'
    end as day_kind_code,
    case
        when holiday.kind = 'off' then '节假日'
        when holiday.kind = 'work' or isodow(days.calendar_date) < 6 then '工作日'
        else '周末'
    end as day_kind_name_zh,
    case
        when holiday.kind = 'off' then 'Public holiday'
        when holiday.kind = 'work' or isodow(days.calendar_date) < 6 then 'Working day'
        else 'Weekend'
    end as day_kind_name_en,
    coalesce(holiday.name_en, '') as holiday_code,
from days
cross join staging_calendar_setting as setting
cross join lateral (
    select (
        date_trunc('month', days.calendar_date)
            - to_months((setting.fiscal_start_month - 1)::integer)
    )::date as first_date
) as fiscal_month
left join festival as earlier on earlier.year_number = year(days.festival_date) - 1
left join lunar on lunar.calendar_date = days.calendar_date
left join staging_holiday as holiday on holiday.calendar_date = days.calendar_date
order by days.calendar_date;
