-- title:  费用预算执行 | Expenses against budget
-- grain:  by_code, account
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = department
--         amount_unit text = yuan in yuan|wan
-- drill:  money/expenses
-- why:    各部门各科目的费用预算用了多少，不含税。预算按月：整月的预算，对期间首月一日到期间末日的支出。
--         不是过账时拦截的口径：那只看单月。 |
--         What was spent, without tax, of the budget of an account and department. Budgets are of
--         months: whole months are held against what was spent from the first day of the period's
--         first month to its last day. Not what posting refuses beyond: that knows months alone.
with parts as (
    select
        budget.by_code,
        budget.by_name,
        budget.account,
        budget.account_name,
        budget.budget_amount as allowed,
        0 as spent,
    from budget
    where
        budget.is_current
        and budget.is_active
        and budget.period_date between date_trunc('month', $from_date::date) and $to_date
    union all
    select
        expense.by_code,
        expense.by_name,
        expense.account,
        expense.account_name,
        0,
        expense.expense_amount,
    from expense
    where
        expense.document_kind = 'expense'
        and expense.business_date between date_trunc('month', $from_date::date) and $to_date
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    parts.account as account,
    max(parts.account_name) as account_name,
    sum(parts.allowed) as budget_amount,
    sum(parts.spent) as expense_amount,
    sum(parts.allowed) - sum(parts.spent) as budget_left_amount,
    case when sum(parts.allowed) > 0 then sum(parts.spent) / sum(parts.allowed) end as budget_rate,
from parts
group by parts.by_code, parts.account
order by parts.by_code, parts.account
