select
    entry.hash,
    entry.recorded_at,
    entry.actor,
    document.business_at,
    document.business_date,
    document.source,
    document.tender,
    document.note,
    document.is_reversal,
    document.is_backdated,
    document.ship_to_country,
    document.ship_to_region,
    document.ship_to_province,
    document.ship_to_city,
    coalesce(store.store_code, '') as store_code,
    coalesce(depot.store_code, '') as depot_code,
    coalesce(party.party_code, '') as party_code,
    coalesce(payer.party_code, '') as settlement_party_code,
    coalesce(employee.employee_code, '') as employee_code,
    coalesce(original.document_key, '') as original_key
from document
inner join entry on entry.seq = document.seq
left join store on store.version_id = document.store_version_id
left join store as depot on depot.version_id = document.depot_id
left join party on party.version_id = document.party_version_id
left join party as payer on payer.version_id = document.settlement_party_id
left join employee on employee.version_id = document.employee_version_id
left join document as original on original.seq = document.original_seq
where document.seq = @seq;
