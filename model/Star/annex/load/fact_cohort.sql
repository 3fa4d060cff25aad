-- Sorted by population_kind, first_month, months_since.
insert into fact_cohort by name
select
    given.population_kind as population_kind,
    given.first_month as first_month,
    given.months_since as months_since,
    given.as_of_date as as_of_date,
    given.cohort_count as cohort_count,
    given.customer_count as customer_count,
    given.cohort_amount as cohort_amount,
    $made_at::timestamp as made_at,
    $from_generation as from_generation,
from staging_fact_cohort as given
order by given.population_kind, given.first_month, given.months_since;
