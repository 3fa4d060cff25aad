-- Requests, expenses and what was paid for suppliers, by line. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_expense by name
select
    part.seq as document_key,
    part.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as business_date,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    document.legal_entity_id as legal_entity_id,
    document.project_id as project_id,
    part.department_id as department_id,
    part.account as account,
    part.original_seq as original_document_key,
    part.original_line_no as original_line_no,
    (case when document.kind in ('expense_request', 'advance_expense_request')
        then part.amount else 0 end * 0.0001)::decimal(18, 4) as requested_amount,
    (case when document.kind in ('expense')
        then part.amount else 0 end * 0.0001)::decimal(18, 4) as expense_amount,
    (case when document.kind in ('advance_expense')
        then part.amount else 0 end * 0.0001)::decimal(18, 4) as advanced_amount,
    (case when document.kind in ('advance_expense_settlement')
        then part.amount else 0 end * 0.0001)::decimal(18, 4) as recovered_amount,
    (part.tax_amount * 0.0001)::decimal(18, 4) as tax_amount,
from staging_document_money as part
inner join staging_document as document on document.seq = part.seq
where document.kind in (
    'expense_request', 'expense', 'advance_expense_request', 'advance_expense',
    'advance_expense_settlement'
)
order by document.business_date, document.store_id, part.seq, part.line_no;
