select
    part.role,
    coalesce(employee.employee_code, '') as employee_code,
    part.share
from document_employee as part
left join employee on employee.version_id = part.employee_version_id
where part.seq = @seq
order by part.line_no;
