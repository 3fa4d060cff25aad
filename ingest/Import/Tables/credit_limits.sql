-- Every limit of credit as it stands, a row each, in the order of its key.
select
    limit_rule.scope_kind,
    case limit_rule.scope_kind
        when 'department' then substr(scope.code, length(limit_rule.scope_kind) + 2)
        else scope.code
    end,
    limit_rule.amount,
    limit_rule.days,
    limit_rule.is_active
from state_master
    join limit_rule on limit_rule.version_id = state_master.version_id
    join state_master as scope on scope.id = limit_rule.scope_id
        and scope.kind = case limit_rule.scope_kind
            when 'department' then 'list_value'
            else limit_rule.scope_kind
        end
where state_master.kind = 'limit_rule' and limit_rule.limit_kind = 'credit'
order by state_master.code
