-- Open items, with the department of the document's employee, else of its store.
select
    item.seq,
    item.line_no,
    item.account,
    item.party_id,
    item.business_date,
    item.due_date,
    item.origin_date,
    coalesce(nullif(employee.department_id, -1), nullif(store.department_id, -1), -1)
        as department_id,
    item.amount
from open_item as item
left join document as document on document.seq = item.seq
left join employee as employee on employee.version_id = document.employee_version_id
left join store as store on store.version_id = document.store_version_id
where item.seq > @from_seq and item.seq <= @to_seq
order by item.seq, item.line_no;
