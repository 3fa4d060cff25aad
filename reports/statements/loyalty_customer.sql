-- Every customer as of $as_of: history, the window of $window_days, the last two spans of 90 days,
-- and its place in its population.
with gap as (
    select
        day.party_id as party_id,
        day.business_date as business_date,
        day.business_date - lag(day.business_date) over (
            partition by day.party_id order by day.business_date
        ) as days,
    from purchase_day as day
    where day.business_date <= $as_of
),
history as (
    select
        gap.party_id as party_id,
        count(*) as day_count,
        min(gap.business_date) as first_date,
        max(gap.business_date) as last_date,
        coalesce(sum(gap.days * gap.days), 0)::bigint as gap_squares,
        bool_or(gap.business_date > $as_of::date - $span_days) as is_buying,
        bool_or(
            gap.business_date <= $as_of::date - $span_days
            and gap.business_date > $as_of::date - 2 * $span_days
        ) as was_buying,
    from gap
    group by gap.party_id
),
days_within as (
    select
        day.party_id as party_id,
        count(*) as day_count,
        sum(day.order_count) as order_count,
    from purchase_day as day
    where day.business_date > $as_of::date - $window_days and day.business_date <= $as_of
    group by day.party_id
),
-- What was taken back counts on the day it was.
sums as (
    select
        purchase.party_id as party_id,
        any_value(purchase.population_kind) as population_kind,
        any_value(purchase.party_class_code) as party_class_code,
        coalesce(sum(purchase.qty) filter (
            purchase.business_date > $as_of::date - $window_days
        ), 0) as qty,
        coalesce(sum(purchase.net_amount) filter (
            purchase.business_date > $as_of::date - $window_days
        ), 0) as net_amount,
        coalesce(sum(purchase.margin_amount) filter (
            purchase.business_date > $as_of::date - $window_days
        ), 0) as margin_amount,
        coalesce(sum(purchase.net_amount) filter (
            purchase.business_date > $as_of::date - 90
        ), 0) as recent_amount,
        coalesce(sum(purchase.net_amount) filter (
            purchase.business_date > $as_of::date - 180
            and purchase.business_date <= $as_of::date - 90
        ), 0) as earlier_amount,
        sum(purchase.net_amount) as all_amount,
    from purchase
    where purchase.business_date <= $as_of
    group by purchase.party_id
),
store_days as (
    select purchase.party_id as party_id, purchase.store_id as store_id, count(*) as day_count
    from purchase
    where
        purchase.business_date > $as_of::date - $window_days
        and purchase.business_date <= $as_of
        and purchase.ticket_count > 0
    group by purchase.party_id, purchase.store_id
),
main_store as (
    select
        store_days.party_id as party_id,
        arg_max(store_days.store_id, (store_days.day_count, -store_days.store_id)) as store_id,
    from store_days
    group by store_days.party_id
),
told as (
    select
        sums.population_kind as population_kind,
        sums.party_class_code as party_class_code,
        history.party_id as party_id,
        history.day_count as day_count,
        history.first_date as first_date,
        history.last_date as last_date,
        history.gap_squares as gap_squares,
        history.is_buying as is_buying,
        history.was_buying as was_buying,
        coalesce(days_within.day_count, 0) as window_day_count,
        coalesce(days_within.order_count, 0) as window_order_count,
        sums.qty as qty,
        sums.net_amount as net_amount,
        sums.margin_amount as margin_amount,
        sums.recent_amount as recent_amount,
        sums.earlier_amount as earlier_amount,
        sums.all_amount as all_amount,
        coalesce(main_store.store_id, -1) as main_store_id,
    from history
    inner join sums on sums.party_id = history.party_id
    left join days_within on days_within.party_id = history.party_id
    left join main_store on main_store.party_id = history.party_id
),
of_class as (
    select
        told.population_kind as population_kind,
        told.party_class_code as party_class_code,
        quantile_disc((told.last_date - told.first_date) * 100 // (told.day_count - 1), 0.5)
            as interval_hundredths,
    from told
    where told.day_count >= $min_purchases
    group by told.population_kind, told.party_class_code
),
median as (
    select
        told.population_kind as population_kind,
        quantile_disc(told.last_date, 0.5) as last_date,
        quantile_disc(told.window_day_count, 0.5) as window_day_count,
        quantile_disc(told.net_amount, 0.5) as net_amount,
    from told
    group by told.population_kind
)
select
    told.population_kind as population_kind,
    told.party_id as party_id,
    told.main_store_id as main_store_id,
    told.first_date as first_date,
    told.last_date as last_date,
    told.day_count::integer as day_count,
    told.gap_squares as gap_squares,
    of_class.interval_hundredths::bigint as class_interval_hundredths,
    told.window_day_count::integer as window_day_count,
    told.window_order_count::integer as window_order_count,
    told.qty::decimal(18, 4) as qty,
    told.net_amount::decimal(18, 4) as net_amount,
    told.margin_amount::decimal(18, 4) as margin_amount,
    told.recent_amount::decimal(18, 4) as recent_amount,
    told.earlier_amount::decimal(18, 4) as earlier_amount,
    told.all_amount::decimal(18, 4) as all_amount,
    (ntile(5) over (
        partition by told.population_kind order by told.last_date, told.party_id
    ))::integer as recency_score,
    (ntile(5) over (
        partition by told.population_kind order by told.window_day_count, told.party_id
    ))::integer as frequency_score,
    (ntile(5) over (
        partition by told.population_kind order by told.net_amount, told.party_id
    ))::integer as money_score,
    told.last_date >= median.last_date as is_recent,
    told.window_day_count >= median.window_day_count as is_frequent,
    told.net_amount >= median.net_amount as is_large,
    told.was_buying as was_buying,
    told.is_buying as is_buying,
from told
inner join median on median.population_kind = told.population_kind
left join of_class
    on of_class.population_kind = told.population_kind
    and of_class.party_class_code = told.party_class_code
order by told.population_kind, told.party_id;
