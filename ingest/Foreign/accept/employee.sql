-- Employees: one version each, from the beginning.
insert into staging_employee by name
select
    source_key('employee', incoming.employee_code) as version_id,
    source_key('employee', incoming.employee_code) as employee_id,
    incoming.employee_code as employee_code,
    incoming.employee_name as employee_name,
    coalesce(source_key('store', incoming.store_code), -1) as store_id,
    -1 as department_id,
    coalesce(incoming.post, '') as post,
    coalesce(incoming.is_active, true)::bigint as is_active,
    0 as recorded_at,
from incoming_employee as incoming;
