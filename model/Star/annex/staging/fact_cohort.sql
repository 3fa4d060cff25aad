-- What a writer of cohorts gives, in any order.
create temp table staging_fact_cohort (
    population_kind varchar not null,
    first_month date not null,
    months_since integer not null,
    as_of_date date not null,
    cohort_count bigint not null,
    customer_count bigint not null,
    cohort_amount decimal(18, 4) not null,
);
