-- Allocations by side, with the document that settles and the item it settles. Sorted by
-- business_date, document_key, line_no, side.
insert into fact_allocation by name
select
    allocation.seq as document_key,
    allocation.line_no as line_no,
    allocation.side as side,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.kind, 'allocation') as document_kind,
    allocation.allocation_kind as allocation_kind,
    allocation.account as account,
    make_date(
        allocation.business_date // 10000,
        allocation.business_date // 100 % 100,
        allocation.business_date % 100
    ) as business_date,
    allocation.business_date // 100 as month_key,
    allocation.item_seq as item_document_key,
    allocation.item_line_no as item_line_no,
    allocation.counter_seq as counter_document_key,
    allocation.counter_line_no as counter_line_no,
    make_date(
        allocation.due_date // 10000,
        allocation.due_date // 100 % 100,
        allocation.due_date % 100
    ) as due_date,
    make_date(
        allocation.origin_date // 10000,
        allocation.origin_date // 100 % 100,
        allocation.origin_date % 100
    ) as origin_date,
    allocation.store_version_id as store_key,
    allocation.store_id as store_id,
    coalesce(party.version_id, -1) as party_key,
    allocation.party_id as party_id,
    allocation.document_party_id as document_party_id,
    allocation.employee_version_id as employee_key,
    allocation.employee_id as employee_id,
    allocation.department_id as department_id,
    allocation.legal_entity_id as legal_entity_id,
    allocation.project_id as project_id,
    allocation.reverses_seq as reversed_document_key,
    (allocation.amount * 0.0001)::decimal(18, 4) as settled_amount,
from staging_allocation as allocation
left join staging_document as document on document.seq = allocation.seq
left join staging_party_version as party
    on party.party_id = allocation.party_id
    and allocation.item_seq >= party.from_seq
    and allocation.item_seq < party.next_version_id
order by allocation.business_date, allocation.seq, allocation.line_no, allocation.side;
