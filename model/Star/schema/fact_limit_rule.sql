-- One row per version of a limit: of credit (授信) by party, employee or department, of stock
-- (库存上下限) by item and depot; scope_kind says of what scope_id is the id. What is not limited is
-- null. Only current versions that are active hold. Sorted by limit_rule_key.
create table fact_limit_rule (
    limit_rule_key bigint not null,
    limit_rule_id bigint not null,
    limit_rule_code varchar not null,
    limit_kind varchar not null,
    scope_kind varchar not null,
    scope_id bigint not null,
    store_id bigint not null,
    depot_id bigint not null,
    party_id bigint not null,
    employee_id bigint not null,
    department_id bigint not null,
    item_id bigint not null,
    is_current boolean not null,
    is_active boolean not null,
    least_qty decimal(18, 4),
    most_qty decimal(18, 4),
    limit_amount decimal(18, 4),
    limit_days integer,
);
