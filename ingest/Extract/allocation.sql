-- Allocations, a row for each side, with what the settled item's document says.
select
    allocation.seq as seq,
    allocation.line_no as line_no,
    'debit' as side,
    allocation.allocation_kind,
    allocation.account,
    allocation.party_id,
    allocation.business_date,
    allocation.debit_seq as item_seq,
    allocation.debit_line_no as item_line_no,
    allocation.credit_seq as counter_seq,
    allocation.credit_line_no as counter_line_no,
    item.due_date,
    item.origin_date,
    coalesce(document.store_version_id, -1) as store_version_id,
    coalesce(document.store_id, -1) as store_id,
    coalesce(document.party_id, -1) as document_party_id,
    coalesce(document.employee_version_id, -1) as employee_version_id,
    coalesce(document.employee_id, -1) as employee_id,
    coalesce(nullif(employee.department_id, -1), nullif(store.department_id, -1), -1)
        as department_id,
    coalesce(document.legal_entity_id, -1) as legal_entity_id,
    coalesce(document.project_id, -1) as project_id,
    allocation.reverses_seq,
    allocation.amount as amount
from allocation as allocation
inner join open_item as item
    on item.seq = allocation.debit_seq and item.line_no = allocation.debit_line_no
left join document as document on document.seq = item.seq
left join employee as employee on employee.version_id = document.employee_version_id
left join store as store on store.version_id = document.store_version_id
where allocation.seq > @from_seq and allocation.seq <= @to_seq
union all
select
    allocation.seq as seq,
    allocation.line_no as line_no,
    'credit' as side,
    allocation.allocation_kind,
    allocation.account,
    allocation.party_id,
    allocation.business_date,
    allocation.credit_seq as item_seq,
    allocation.credit_line_no as item_line_no,
    allocation.debit_seq as counter_seq,
    allocation.debit_line_no as counter_line_no,
    item.due_date,
    item.origin_date,
    coalesce(document.store_version_id, -1) as store_version_id,
    coalesce(document.store_id, -1) as store_id,
    coalesce(document.party_id, -1) as document_party_id,
    coalesce(document.employee_version_id, -1) as employee_version_id,
    coalesce(document.employee_id, -1) as employee_id,
    coalesce(nullif(employee.department_id, -1), nullif(store.department_id, -1), -1)
        as department_id,
    coalesce(document.legal_entity_id, -1) as legal_entity_id,
    coalesce(document.project_id, -1) as project_id,
    allocation.reverses_seq,
    -allocation.amount as amount
from allocation as allocation
inner join open_item as item
    on item.seq = allocation.credit_seq and item.line_no = allocation.credit_line_no
left join document as document on document.seq = item.seq
left join employee as employee on employee.version_id = document.employee_version_id
left join store as store on store.version_id = document.store_version_id
where allocation.seq > @from_seq and allocation.seq <= @to_seq
order by seq, line_no, side;
