-- Employees.
select
    employee.usercode as employee_code,
    employee.fullname as employee_name,
    case when employee.deleted = 0 then 1 else 0 end as is_active
from employee as employee
where employee.sonnum = 0
order by employee.typeid;
