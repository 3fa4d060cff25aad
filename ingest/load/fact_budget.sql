-- Versions of budgets, sorted by budget_key.
insert into fact_budget by name
select
    budget.version_id as budget_key,
    budget.budget_id as budget_id,
    budget.budget_code as budget_code,
    budget.account as account,
    budget.department_id as department_id,
    budget.month_key as month_key,
    make_date(budget.month_key // 100, budget.month_key % 100, 1) as period_date,
    budget.is_active = 1 as is_active,
    lead(budget.version_id) over (partition by budget.budget_id order by budget.version_id) is null
        as is_current,
    (budget.amount * 0.0001)::decimal(18, 4) as budget_amount,
from staging_budget as budget
order by budget.version_id;
