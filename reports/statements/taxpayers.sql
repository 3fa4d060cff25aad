-- Taxpayer types of the companies in law as they are now; {s} is the generation's schema.
select distinct legal_entity.taxpayer_type
from {s}.dim_legal_entity as legal_entity
where legal_entity.is_current and legal_entity.legal_entity_id > 0
