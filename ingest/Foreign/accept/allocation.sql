-- Settlements, a row for each side, on the day of their document; whose it is says the item.
insert into staging_allocation by name
with side as (
    select
        incoming.document_id as seq,
        incoming.line_no as line_no,
        'debit' as side,
        incoming.debit_document_id as item_seq,
        incoming.debit_line_no as item_line_no,
        incoming.credit_document_id as counter_seq,
        incoming.credit_line_no as counter_line_no,
        (incoming.amount * 10000)::bigint as amount,
    from incoming_allocation as incoming
    union all by name
    select
        incoming.document_id as seq,
        incoming.line_no as line_no,
        'credit' as side,
        incoming.credit_document_id as item_seq,
        incoming.credit_line_no as item_line_no,
        incoming.debit_document_id as counter_seq,
        incoming.debit_line_no as counter_line_no,
        -(incoming.amount * 10000)::bigint as amount,
    from incoming_allocation as incoming
)
select
    side.seq as seq,
    side.line_no as line_no,
    side.side as side,
    'source' as allocation_kind,
    item.account as account,
    item.party_id as party_id,
    settling.business_date as business_date,
    side.item_seq as item_seq,
    side.item_line_no as item_line_no,
    side.counter_seq as counter_seq,
    side.counter_line_no as counter_line_no,
    item.due_date as due_date,
    item.origin_date as origin_date,
    document.store_version_id as store_version_id,
    document.store_id as store_id,
    document.party_id as document_party_id,
    document.employee_version_id as employee_version_id,
    document.employee_id as employee_id,
    -1 as department_id,
    -1 as legal_entity_id,
    -1 as project_id,
    -1 as reverses_seq,
    side.amount as amount,
from side
inner join staging_document as settling on settling.seq = side.seq
inner join staging_open_item as item
    on item.seq = side.item_seq and item.line_no = side.item_line_no
inner join staging_document as document on document.seq = side.item_seq;
