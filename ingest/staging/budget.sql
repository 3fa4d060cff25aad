-- Rows of the Ledger's budget.
create temp table staging_budget (
    version_id bigint not null,
    budget_id bigint not null,
    budget_code varchar not null,
    account varchar not null,
    department_id bigint not null,
    month_key bigint not null,
    amount bigint not null,
    is_active bigint not null,
);
