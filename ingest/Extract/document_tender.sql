-- What documents were settled with, with the means of payment and what a ticket says to the
-- insurance.
select
    part.seq,
    part.line_no,
    part.tender_version_id,
    part.tender_id,
    tender.tender_code,
    tender.tender_name,
    tender.tender_kind,
    tender.is_discount,
    part.party_id,
    part.reference,
    part.visit_no,
    part.scheme,
    coalesce(insurance.settlement_type, '') as settlement_type,
    part.coupon_code,
    part.points,
    part.change_amount,
    part.amount
from document_tender as part
inner join tender as tender on tender.version_id = part.tender_version_id
left join document_insurance as insurance on insurance.seq = part.seq
where part.seq > @from_seq and part.seq <= @to_seq
order by part.seq, part.line_no;
