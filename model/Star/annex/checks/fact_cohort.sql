-- Rows of cohorts that cannot be: two for one month of one cohort, more buyers than began, months
-- before the first, a first month in which not everybody bought.
with judged as (
    select
        cohort.population_kind as population_kind,
        cohort.first_month as first_month,
        cohort.months_since as months_since,
        case
            when count(*) over (
                partition by cohort.population_kind, cohort.first_month, cohort.months_since
            ) > 1 then 'twice'
            when cohort.population_kind not in ('wholesale', 'member')
                then 'population_kind ' || cohort.population_kind
            when cohort.months_since < 0 then 'months_since ' || cohort.months_since
            when cohort.customer_count > cohort.cohort_count then 'more buyers than began'
            when cohort.months_since = 0 and cohort.customer_count < cohort.cohort_count
                then 'fewer buyers than began'
        end as fault,
    from fact_cohort as cohort
)
select
    judged.fault
        || ': population_kind ' || judged.population_kind
        || ', first_month ' || judged.first_month
        || ', months_since ' || judged.months_since as found
from judged
where judged.fault is not null
order by judged.population_kind, judged.first_month, judged.months_since;
