-- Comparable stores (可比店) of two windows. A store is comparable when it opened on or before the
-- first day of the base and did not trade on at most a tenth of the days of either window; days
-- after the last business day of any store are not counted. It is new when it opened after the
-- base began, closed when its last day came by the last of the window. Where the company says
-- otherwise of the last day of the window, it is as it says. The generation's schema takes the
-- place of star.
with said as (
    select said.store_id as store_id, said.comparison_choice as comparison_choice,
    from star.fact_store_comparison as said
    where said.is_current and $to_date::date between said.from_date and said.to_date
),
reach as (
    select max(store_day.business_date) filter (where store_day.is_expected) as last_date
    from star.fact_store_day as store_day
),
counted as (
    select
        store_day.store_id as store_id,
        min(store_day.business_date) filter (where store_day.document_count > 0) as first_date,
        count(*) filter (
            where store_day.is_trading
                and store_day.business_date between $from_date::date
                    and least($to_date::date, reach.last_date)
        ) as trading_count,
        count(*) filter (
            where store_day.is_trading
                and store_day.business_date between $base_from_date::date
                    and least($base_to_date::date, reach.last_date)
        ) as base_trading_count,
    from star.fact_store_day as store_day
    cross join reach
    group by store_day.store_id
),
judged as (
    select
        store.store_id as store_id,
        store.store_code as store_code,
        coalesce(store.opened_date, counted.first_date) as opened_date,
        store.closed_date as closed_date,
        greatest(least($to_date::date, reach.last_date) - $from_date::date + 1, 0) as day_count,
        coalesce(counted.trading_count, 0) as trading_count,
        greatest(least($base_to_date::date, reach.last_date) - $base_from_date::date + 1, 0)
            as base_day_count,
        coalesce(counted.base_trading_count, 0) as base_trading_count,
    from star.dim_store as store
    cross join reach
    left join counted on counted.store_id = store.store_id
    where store.is_current and store.store_kind = 'store'
)
select
    judged.store_id as store_id,
    judged.store_code as store_code,
    judged.day_count as day_count,
    judged.trading_count as trading_count,
    judged.base_day_count as base_day_count,
    judged.base_trading_count as base_trading_count,
    case coalesce(said.comparison_choice, 'by_rule')
        when 'comparable' then true
        when 'not_comparable' then false
        else coalesce(
            judged.opened_date <= $base_from_date::date
                and (judged.day_count - judged.trading_count) * 10 <= judged.day_count
                and (judged.base_day_count - judged.base_trading_count) * 10
                    <= judged.base_day_count,
            false
        )
    end as is_comparable,
    coalesce(judged.opened_date > $base_from_date::date, false) as is_new,
    coalesce(judged.closed_date <= $to_date::date, false) as is_closed,
from judged
left join said on said.store_id = judged.store_id
order by judged.store_code;
