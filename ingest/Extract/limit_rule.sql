-- Versions of limits.
select
    limit_rule.version_id,
    limit_rule.limit_rule_id,
    limit_rule.limit_rule_code,
    limit_rule.limit_kind,
    limit_rule.scope_kind,
    limit_rule.scope_id,
    limit_rule.item_id,
    limit_rule.min_qty,
    limit_rule.max_qty,
    limit_rule.amount,
    limit_rule.days,
    limit_rule.is_active
from limit_rule as limit_rule
where limit_rule.version_id <= @to_seq
order by limit_rule.version_id;
