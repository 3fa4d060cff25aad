-- Customers of a population who bought alike up to $cut_off: repeats, days from the first purchase
-- to the last and to the cut-off; and how many purchase days the $horizon days before and after
-- held.
with customer as (
    select
        day.party_id as party_id,
        (count(*) filter (day.business_date <= $cut_off)) - 1 as repeats,
        max(day.business_date) filter (day.business_date <= $cut_off)
        - min(day.business_date) as last_at,
        $cut_off::date - min(day.business_date) as observed_for,
        count(*) filter (
            day.business_date > $cut_off::date - $horizon and day.business_date <= $cut_off
        ) as before_count,
        count(*) filter (
            day.business_date > $cut_off and day.business_date <= $cut_off::date + $horizon
        ) as after_count,
    from purchase_day as day
    where day.population_kind = $population_kind
    group by day.party_id
    having min(day.business_date) <= $cut_off
)
select
    customer.repeats::integer as repeats,
    customer.last_at::integer as last_at,
    customer.observed_for::integer as observed_for,
    customer.before_count::integer as before_count,
    customer.after_count::integer as after_count,
    count(*) as customers,
from customer
group by all
order by all;
