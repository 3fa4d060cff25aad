select amount
from state_budget
where account = @account and department_id = @department_id and month_key = @month_key;
