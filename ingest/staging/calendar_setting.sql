-- How the company counts its year: the month the fiscal year begins with.
create or replace temp table staging_calendar_setting (
    fiscal_start_month bigint not null,
);
