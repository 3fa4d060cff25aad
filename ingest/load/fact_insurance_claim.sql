-- Claims by fund, and what reviews took off, whose month and scheme no line says: those of the
-- claim are found by fact_allocation. Sorted by business_date, store_id, document_key, line_no.
insert into fact_insurance_claim by name
with parts as (
    select
        claim.seq as seq,
        claim.line_no as line_no,
        claim.month_key as month_key,
        claim.scheme as scheme,
        claim.fund as fund,
        '1122' as account,
        claim.amount as claimed,
        0 as deducted,
        0 as deposit,
    from staging_insurance_claim as claim
    union all by name
    select
        part.seq as seq,
        part.line_no as line_no,
        -1 as month_key,
        '' as scheme,
        '' as fund,
        part.account as account,
        0 as claimed,
        case when left(part.account, 4) = '1221' then 0 else part.amount end as deducted,
        case when left(part.account, 4) = '1221' then part.amount else 0 end as deposit,
    from staging_document_money as part
    inner join staging_document as document on document.seq = part.seq
    where document.kind = 'insurance_review'
)
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
    part.month_key as claim_month_key,
    part.scheme as scheme,
    part.fund as fund,
    part.account as account,
    (part.claimed * 0.0001)::decimal(18, 4) as claimed_amount,
    (part.deducted * 0.0001)::decimal(18, 4) as deducted_amount,
    (part.deposit * 0.0001)::decimal(18, 4) as deposit_amount,
from parts as part
inner join staging_document as document on document.seq = part.seq
order by document.business_date, document.store_id, part.seq, part.line_no;
