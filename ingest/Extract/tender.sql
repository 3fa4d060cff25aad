-- Versions of means of payment, with the moment each was recorded.
select
    tender.version_id,
    tender.tender_id,
    tender.tender_code,
    tender.tender_name,
    tender.tender_kind,
    tender.account_code,
    tender.is_discount,
    tender.fee_rate,
    tender.is_active,
    entry.recorded_at
from tender as tender
inner join entry as entry on entry.seq = tender.version_id
where tender.version_id <= @to_seq
order by tender.version_id;
