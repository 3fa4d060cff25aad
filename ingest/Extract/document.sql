-- Documents, without what only posting needs; of older ones those whose cost was adjusted since.
select
    document.seq,
    document.kind,
    document.document_no,
    document.business_at,
    document.business_date,
    document.business_minute,
    document.store_version_id,
    document.store_id,
    document.depot_id,
    document.party_version_id,
    document.party_id,
    document.employee_version_id,
    document.employee_id,
    document.legal_entity_id,
    document.project_id,
    document.channel_id,
    document.reason_id,
    document.till_code,
    document.shift_no,
    document.ship_to_country,
    document.ship_to_region,
    document.ship_to_province,
    document.ship_to_city,
    document.tender,
    document.expected_on,
    document.original_seq,
    document.is_reversal,
    document.is_backdated
from document as document
where
    @old_seq > 0
    and document.seq <= @old_seq
    and document.seq in (
        select adjustment.original_seq
        from cost_adjustment as adjustment
        where adjustment.seq > @old_seq and adjustment.seq <= @to_seq
    )
union all
select
    document.seq,
    document.kind,
    document.document_no,
    document.business_at,
    document.business_date,
    document.business_minute,
    document.store_version_id,
    document.store_id,
    document.depot_id,
    document.party_version_id,
    document.party_id,
    document.employee_version_id,
    document.employee_id,
    document.legal_entity_id,
    document.project_id,
    document.channel_id,
    document.reason_id,
    document.till_code,
    document.shift_no,
    document.ship_to_country,
    document.ship_to_region,
    document.ship_to_province,
    document.ship_to_city,
    document.tender,
    document.expected_on,
    document.original_seq,
    document.is_reversal,
    document.is_backdated
from document as document
where document.seq > @from_seq and document.seq <= @to_seq
order by seq;
