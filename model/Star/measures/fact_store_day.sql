-- Measures of the days of stores. Parameters are named after the columns they count.
create or replace macro expected_day_count(is_expected) as
    sum(case when is_expected then 1 else 0 end);
create or replace macro closed_day_count(is_expected, is_closed) as
    sum(case when is_expected and is_closed then 1 else 0 end);
create or replace macro complete_day_count(is_expected, is_complete) as
    sum(case when is_expected and is_complete then 1 else 0 end);
create or replace macro missing_day_count(is_missing) as
    sum(case when is_missing then 1 else 0 end);
create or replace macro trading_day_count(is_trading) as
    sum(case when is_trading then 1 else 0 end);
