-- Rows of fits that cannot be: two for one population and way, counts below nothing, a way that is
-- used beside another or without parameters.
with judged as (
    select
        fit.population_kind as population_kind,
        fit.model_name as model_name,
        case
            when count(*) over (
                partition by fit.population_kind, fit.model_name
            ) > 1 then 'twice'
            when fit.population_kind not in ('wholesale', 'member')
                then 'population_kind ' || fit.population_kind
            when fit.model_name not in ('bg_nbd', 'nbd', 'hazard', 'last_period')
                then 'model_name ' || fit.model_name
            when least(
                fit.customer_count, fit.expected_count, fit.actual_count, fit.mean_error_count
            ) < 0 then 'a count below 0'
            when fit.is_relied_on and (fit.model_name <> 'bg_nbd' or fit.buying_r is null)
                then 'used without parameters'
        end as fault,
    from fact_loyalty_fit as fit
)
select
    judged.fault
        || ': population_kind ' || judged.population_kind
        || ', model_name ' || judged.model_name as found
from judged
where judged.fault is not null
order by judged.population_kind, judged.model_name;
