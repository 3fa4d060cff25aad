-- One row per version of a budget (预算) of an account and department for a month. Only current,
-- active versions may be summed. Sorted by budget_key.
create table fact_budget (
    budget_key bigint not null,
    budget_id bigint not null,
    budget_code varchar not null,
    account varchar not null,
    department_id bigint not null,
    month_key integer not null,
    period_date date not null,
    is_active boolean not null,
    is_current boolean not null,
    budget_amount decimal(18, 4) not null,
);
