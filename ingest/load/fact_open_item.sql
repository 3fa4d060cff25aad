-- Open items with the document that made them. Sorted by business_date, document_key, line_no.
insert into fact_open_item by name
select
    item.seq as document_key,
    item.line_no as line_no,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.kind, 'period_close') as document_kind,
    item.account as account,
    make_date(
        item.business_date // 10000,
        item.business_date // 100 % 100,
        item.business_date % 100
    ) as business_date,
    item.business_date // 100 as month_key,
    make_date(
        item.due_date // 10000,
        item.due_date // 100 % 100,
        item.due_date % 100
    ) as due_date,
    make_date(
        item.origin_date // 10000,
        item.origin_date // 100 % 100,
        item.origin_date % 100
    ) as origin_date,
    coalesce(document.store_version_id, -1) as store_key,
    coalesce(document.store_id, -1) as store_id,
    coalesce(party.version_id, -1) as party_key,
    item.party_id as party_id,
    coalesce(document.party_id, -1) as document_party_id,
    coalesce(document.employee_version_id, -1) as employee_key,
    coalesce(document.employee_id, -1) as employee_id,
    item.department_id as department_id,
    coalesce(document.legal_entity_id, -1) as legal_entity_id,
    coalesce(document.project_id, -1) as project_id,
    coalesce(document.is_reversal, 0) = 1 as is_reversal,
    (item.amount * 0.0001)::decimal(18, 4) as item_amount,
from staging_open_item as item
left join staging_document as document on document.seq = item.seq
left join staging_party_version as party
    on party.party_id = item.party_id
    and item.seq >= party.from_seq
    and item.seq < party.next_version_id
order by item.business_date, item.seq, item.line_no;
