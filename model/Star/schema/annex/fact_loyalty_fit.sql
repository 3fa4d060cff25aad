-- One row per kind of population and way to tell repeat purchases: what it expected of the days
-- that were kept from it, and what there was. Of bg_nbd the parameters over all history, times in
-- weeks.
-- Sorted by population_kind, model_name.
create table fact_loyalty_fit (
    population_kind varchar not null,
    model_name varchar not null,
    as_of_date date not null,
    holdout_days integer not null,
    customer_count bigint not null,
    expected_count decimal(18, 6) not null,
    actual_count decimal(18, 6) not null,
    mean_error_count decimal(18, 6) not null,
    log_likelihood decimal(18, 6),
    buying_r decimal(18, 6),
    buying_alpha decimal(18, 6),
    leaving_a decimal(18, 6),
    leaving_b decimal(18, 6),
    spending_p decimal(18, 6),
    spending_q decimal(18, 6),
    spending_v decimal(18, 6),
    is_relied_on boolean not null,
    made_at timestamp not null,
    from_generation varchar not null,
);
