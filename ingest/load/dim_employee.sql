-- Employee versions, sorted by employee_key.
insert into dim_employee by name
with department as (
    select
        version.list_value_id as department_id,
        version.value_code as value_code,
        version.value_name as value_name,
    from staging_list_value as version
    where version.list_name = 'department'
    qualify version.version_id
        = max(version.version_id) over (partition by version.list_value_id)
)
select
    -1 as employee_key,
    -1 as employee_id,
    '' as employee_code,
    '' as employee_name,
    -1 as home_store_id,
    '' as employee_department_code,
    '' as employee_department_name,
    '' as post,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    employee.version_id as employee_key,
    employee.employee_id as employee_id,
    employee.employee_code as employee_code,
    employee.employee_name as employee_name,
    employee.store_id as home_store_id,
    coalesce(department.value_code, '') as employee_department_code,
    coalesce(department.value_name, '') as employee_department_name,
    employee.post as post,
    employee.is_active = 1 as is_active,
    epoch_ms(employee.recorded_at) as valid_from,
    coalesce(
        epoch_ms(
            lead(employee.recorded_at)
                over (partition by employee.employee_id order by employee.version_id)
        ),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(employee.version_id)
        over (partition by employee.employee_id order by employee.version_id) is null as is_current,
from staging_employee as employee
left join department on department.department_id = employee.department_id
order by employee_key;
