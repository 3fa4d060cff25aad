-- Days off (off) and make-up workdays (work), one row a day.
create or replace temp table staging_holiday (
    calendar_date date not null,
    kind varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
);
