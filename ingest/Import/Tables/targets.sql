-- Every target as it stands, a row each, in the order of its key.
select
    target.scope_kind,
    coalesce(
        case
            when target.scope_kind in ('department', 'channel')
                then substr(scope.code, length(target.scope_kind) + 2)
            else scope.code
        end,
        ''
    ),
    target.measure,
    target.month_key,
    target.target_amount,
    target.floor_amount,
    target.stretch_amount
from state_master
    join target on target.version_id = state_master.version_id
    left join state_master as scope
        on scope.id = target.scope_id
            and scope.kind = case
                when target.scope_kind in ('department', 'channel') then 'list_value'
                else target.scope_kind
            end
where state_master.kind = 'target'
order by state_master.code
