-- Comparable (可比) from figures of one store: it opened on or before the first day of the base,
-- and did not trade on at most a tenth of the days of either window.
create or replace macro is_comparable(
    opened_date, base_from_date, day_count, trading_count, base_day_count, base_trading_count
) as coalesce(
    opened_date <= base_from_date
        and (day_count - trading_count) * 10 <= day_count
        and (base_day_count - base_trading_count) * 10 <= base_day_count,
    false
);
