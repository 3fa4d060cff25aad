-- Versions of companies in law, sorted by legal_entity_key.
insert into dim_legal_entity by name
select
    -1 as legal_entity_key,
    -1 as legal_entity_id,
    '' as legal_entity_code,
    '' as legal_entity_name,
    '' as taxpayer_type,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    legal_entity.version_id as legal_entity_key,
    legal_entity.legal_entity_id as legal_entity_id,
    legal_entity.legal_entity_code as legal_entity_code,
    legal_entity.legal_entity_name as legal_entity_name,
    legal_entity.taxpayer_type as taxpayer_type,
    legal_entity.is_active = 1 as is_active,
    epoch_ms(legal_entity.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(legal_entity.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(legal_entity.version_id) over versions is null as is_current,
from staging_legal_entity as legal_entity
window versions as (partition by legal_entity.legal_entity_id order by legal_entity.version_id)
order by legal_entity_key;
