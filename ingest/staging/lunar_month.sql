-- Months of the Chinese lunar calendar, by their first and last day.
create or replace temp table staging_lunar_month (
    first_date date not null,
    last_date date not null,
    year_number bigint not null,
    month_number bigint not null,
    is_leap boolean not null,
);
