-- One row per kind of population, month of the first purchase and months since: how many of those
-- who began in the month bought, and what they spent. Sorted by population_kind, first_month,
-- months_since.
create table fact_cohort (
    population_kind varchar not null,
    first_month date not null,
    months_since integer not null,
    as_of_date date not null,
    cohort_count bigint not null,
    customer_count bigint not null,
    cohort_amount decimal(18, 4) not null,
    made_at timestamp not null,
    from_generation varchar not null,
);
