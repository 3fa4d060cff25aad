-- Versions of employees, with the moment each was recorded.
select
    employee.version_id,
    employee.employee_id,
    employee.employee_code,
    employee.employee_name,
    employee.store_id,
    employee.department_id,
    employee.post,
    employee.is_active,
    entry.recorded_at
from employee as employee
inner join entry as entry on entry.seq = employee.version_id
where employee.version_id <= @to_seq
order by employee.version_id;
