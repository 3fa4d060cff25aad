-- title:  首购月留存 | Cohorts by month of first purchase
-- grain:  population_kind, first_month, months_since
-- params: population text = all in all|member|wholesale
--         most_months int = 12
--         amount_unit text = yuan in yuan|wan
-- why:    同一个月首次购买的客户，之后每个月还有多少人买、人均消费多少。第 0 个月是首购月。 |
--         Of the customers who began in one month, how many bought in each month since and what
--         they spent a head. Month 0 is the first one.
select
    cohort.population_kind as population_kind,
    cohort.first_month as first_month,
    cohort.months_since as months_since,
    cohort.cohort_count as cohort_count,
    cohort.customer_count as customer_count,
    cohort.customer_count / cohort.cohort_count as retention_rate,
    cohort.cohort_amount as cohort_amount,
    round(cohort.cohort_amount / cohort.cohort_count, 4)::decimal(18, 4) as amount_a_head,
from cohort
where
    $population in ('all', cohort.population_kind)
    and cohort.months_since <= $most_months
order by cohort.population_kind, cohort.first_month, cohort.months_since
