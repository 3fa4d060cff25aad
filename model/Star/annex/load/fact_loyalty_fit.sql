-- Sorted by population_kind, model_name.
insert into fact_loyalty_fit by name
select
    given.population_kind as population_kind,
    given.model_name as model_name,
    given.as_of_date as as_of_date,
    given.holdout_days as holdout_days,
    given.customer_count as customer_count,
    given.expected_count as expected_count,
    given.actual_count as actual_count,
    given.mean_error_count as mean_error_count,
    given.log_likelihood as log_likelihood,
    given.buying_r as buying_r,
    given.buying_alpha as buying_alpha,
    given.leaving_a as leaving_a,
    given.leaving_b as leaving_b,
    given.spending_p as spending_p,
    given.spending_q as spending_q,
    given.spending_v as spending_v,
    given.is_relied_on as is_relied_on,
    $made_at::timestamp as made_at,
    $from_generation as from_generation,
from staging_fact_loyalty_fit as given
order by given.population_kind, given.model_name;
