-- What documents were settled with. Sorted by business_date, store_id, document_key, line_no.
insert into fact_tender by name
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
    document.business_minute as business_minute,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    document.legal_entity_id as legal_entity_id,
    document.channel_id as channel_id,
    document.till_code as till_code,
    document.shift_no as shift_no,
    part.tender_version_id as payment_key,
    part.tender_id as payment_id,
    part.tender_code as payment_code,
    part.tender_name as payment_name,
    part.tender_kind as payment_kind,
    part.is_discount = 1 as is_discount,
    part.party_id as payer_id,
    part.reference as reference,
    part.visit_no as visit_no,
    part.scheme as scheme,
    part.settlement_type as settlement_type,
    part.coupon_code as coupon_code,
    (part.points * 0.0001)::decimal(18, 4) as points_qty,
    (part.change_amount * 0.0001)::decimal(18, 4) as change_amount,
    (part.amount * 0.0001)::decimal(18, 4) as tender_amount,
from staging_document_tender as part
inner join staging_document as document on document.seq = part.seq
order by document.business_date, document.store_id, part.seq, part.line_no;
