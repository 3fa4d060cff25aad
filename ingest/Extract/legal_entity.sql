-- Versions of companies in law, with the moment each was recorded.
select
    legal_entity.version_id,
    legal_entity.legal_entity_id,
    legal_entity.legal_entity_code,
    legal_entity.legal_entity_name,
    legal_entity.taxpayer_type,
    legal_entity.is_active,
    entry.recorded_at
from legal_entity as legal_entity
inner join entry as entry on entry.seq = legal_entity.version_id
where legal_entity.version_id <= @to_seq
order by legal_entity.version_id;
