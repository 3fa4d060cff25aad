insert into state_budget (account, department_id, month_key, amount)
values (@account, @department_id, @month_key, @amount)
on conflict (account, department_id, month_key)
do update set amount = state_budget.amount + excluded.amount;
