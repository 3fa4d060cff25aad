-- Versions of limits, sorted by limit_rule_key. A limit of stock is seen with its depot's store, as
-- the stock is.
insert into fact_limit_rule by name
select
    rule.version_id as limit_rule_key,
    rule.limit_rule_id as limit_rule_id,
    rule.limit_rule_code as limit_rule_code,
    rule.limit_kind as limit_kind,
    rule.scope_kind as scope_kind,
    rule.scope_id as scope_id,
    case when rule.scope_kind = 'depot' then rule.scope_id else -1 end as store_id,
    case when rule.scope_kind = 'depot' then rule.scope_id else -1 end as depot_id,
    case when rule.scope_kind = 'party' then rule.scope_id else -1 end as party_id,
    case when rule.scope_kind = 'employee' then rule.scope_id else -1 end as employee_id,
    case when rule.scope_kind = 'department' then rule.scope_id else -1 end as department_id,
    rule.item_id as item_id,
    lead(rule.version_id) over (partition by rule.limit_rule_id order by rule.version_id) is null
        as is_current,
    rule.is_active = 1 as is_active,
    case when rule.min_qty >= 0 then (rule.min_qty * 0.0001)::decimal(18, 4) end as least_qty,
    case when rule.max_qty >= 0 then (rule.max_qty * 0.0001)::decimal(18, 4) end as most_qty,
    case when rule.amount >= 0 then (rule.amount * 0.0001)::decimal(18, 4) end as limit_amount,
    case when rule.days >= 0 then rule.days::integer end as limit_days,
from staging_limit_rule as rule
order by rule.version_id;
