-- Rows of the Ledger's cost_class, and when each was recorded.
create temp table staging_cost_class (
    version_id bigint not null,
    cost_class_id bigint not null,
    cost_class_code varchar not null,
    cost_class_name varchar not null,
    method varchar not null,
    is_company_wide bigint not null,
    recorded_at bigint not null,
);
