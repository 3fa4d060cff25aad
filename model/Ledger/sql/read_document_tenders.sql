-- What a document was settled with.
select
    tender.tender_code,
    part.amount,
    part.change_amount,
    part.points,
    coalesce(party.party_code, '') as party_code,
    part.reference,
    part.visit_no,
    part.scheme,
    part.coupon_code
from document_tender as part
inner join tender on tender.version_id = part.tender_version_id
left join party on party.version_id = part.party_id
where part.seq = @seq
order by part.line_no;
