-- Rebates booked (已计) and given (已返), tax included. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_rebate by name
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
    case when document.kind like 'customer%' then 'customer' else 'supplier' end as side,
    part.account as account,
    (case when document.kind in ('customer_rebate', 'supplier_rebate')
        then part.amount + part.tax_amount else 0 end * 0.0001)::decimal(18, 4) as booked_amount,
    (case when document.kind in ('customer_rebate_payment', 'supplier_rebate_receipt')
        then part.amount else 0 end * 0.0001)::decimal(18, 4) as paid_amount,
from staging_document_money as part
inner join staging_document as document on document.seq = part.seq
where document.kind in (
    'customer_rebate', 'supplier_rebate', 'customer_rebate_payment', 'supplier_rebate_receipt'
)
order by document.business_date, document.store_id, part.seq, part.line_no;
