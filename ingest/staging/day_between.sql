-- Days of the calendar, from and to given ones.
create or replace temp table staging_day as
select unnest(generate_series($from_date::date, $to_date::date, interval 1 day))::date
    as calendar_date;
