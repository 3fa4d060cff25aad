-- Rows of the Ledger's limit_rule.
create temp table staging_limit_rule (
    version_id bigint not null,
    limit_rule_id bigint not null,
    limit_rule_code varchar not null,
    limit_kind varchar not null,
    scope_kind varchar not null,
    scope_id bigint not null,
    item_id bigint not null,
    min_qty bigint not null,
    max_qty bigint not null,
    amount bigint not null,
    days bigint not null,
    is_active bigint not null,
);
