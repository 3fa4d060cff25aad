-- The last version of each.
select
    one.employee_code,
    one.employee_name
from employee as one
where one.version_id = (
    select max(later.version_id) from employee as later where later.employee_id = one.employee_id
);
