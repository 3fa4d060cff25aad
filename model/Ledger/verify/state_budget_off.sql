-- What expenses used of a month otherwise than is kept.
with used as (
    select
        line.account,
        line.department_id,
        document.business_date / 100 as month_key,
        sum(line.amount) as amount
    from document_money as line
    inner join document on document.seq = line.seq
    where document.kind = 'expense'
    group by line.account, line.department_id, document.business_date / 100
)

select used.account, used.department_id, used.month_key, used.amount
from used
left join state_budget
    on
        state_budget.account = used.account
        and state_budget.department_id = used.department_id
        and state_budget.month_key = used.month_key
where coalesce(state_budget.amount, 0) <> used.amount
union all
select
    state_budget.account,
    state_budget.department_id,
    state_budget.month_key,
    state_budget.amount
from state_budget
left join used
    on
        used.account = state_budget.account
        and used.department_id = state_budget.department_id
        and used.month_key = state_budget.month_key
where used.account is null and state_budget.amount <> 0;
