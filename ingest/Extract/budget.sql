-- Versions of budgets.
select
    budget.version_id,
    budget.budget_id,
    budget.budget_code,
    budget.account,
    budget.department_id,
    budget.month_key,
    budget.amount,
    budget.is_active
from budget as budget
where budget.version_id <= @to_seq
order by budget.version_id;
