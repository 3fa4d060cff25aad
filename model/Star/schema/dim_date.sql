-- One row per calendar day, from the year before the first business day to the year after the last.
create table dim_date (
    date_key integer not null,
    calendar_date date not null,
    year_number smallint not null,
    quarter_number tinyint not null,
    month_key integer not null,
    month_number tinyint not null,
    day_number tinyint not null,
    iso_year smallint not null,
    iso_week tinyint not null,
    week_start_date date not null,
    weekday_number tinyint not null,
    is_weekend boolean not null,
);
