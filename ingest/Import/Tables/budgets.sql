-- Every budget as it stands, a row each, in the order of its key.
select
    budget.account,
    coalesce(substr(department.code, length('department/') + 1), ''),
    budget.month_key,
    budget.amount,
    budget.is_active
from state_master
    join budget on budget.version_id = state_master.version_id
    left join state_master as department
        on department.id = budget.department_id and department.kind = 'list_value'
where state_master.kind = 'budget'
order by state_master.code
