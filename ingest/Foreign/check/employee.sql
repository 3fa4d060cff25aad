-- Employees that come twice, or whose store is not there.
insert into quarantined by name
select
    'employee' as table_name,
    incoming.row_no as row_no,
    'employee_code' as column_name,
    incoming.employee_code as cell,
    'twice' as fault,
from incoming_employee as incoming
qualify row_number() over (partition by incoming.employee_code order by incoming.row_no) > 1;

insert into quarantined by name
select
    'employee' as table_name,
    incoming.row_no as row_no,
    'store_code' as column_name,
    incoming.store_code::varchar as cell,
    'unknown' as fault,
from incoming_employee as incoming
anti join incoming_store as known on known.store_code = incoming.store_code
where incoming.store_code is not null;

delete from incoming_employee
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'employee'
);
