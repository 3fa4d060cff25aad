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
    coalesce(original.document_key, '') as original_key,
    coalesce(original.document_no, '') as original_no,
    coalesce(to_depot.store_code, '') as to_depot_code,
    coalesce(project.value_code, '') as project_code,
    coalesce(channel.value_code, '') as channel_code,
    coalesce(reason.value_code, '') as reason_code,
    document.till_code,
    document.shift_no,
    document.expected_on,
    coalesce(detail.valid_until, -1) as valid_until,
    coalesce(detail.is_reserving, 0) as is_reserving,
    coalesce(detail.reserves_until, -1) as reserves_until,
    coalesce(detail.vehicle_no, '') as vehicle_no,
    coalesce(detail.route, '') as route,
    coalesce(detail.commission_amount, 0) as commission_amount,
    coalesce(detail.commission_tax, 0) as commission_tax,
    coalesce(owner.party_code, '') as owner_code
from document
inner join entry on entry.seq = document.seq
left join store on store.version_id = document.store_version_id
left join store as depot on depot.version_id = document.depot_id
left join store as to_depot on to_depot.version_id = document.to_depot_id
left join party on party.version_id = document.party_version_id
left join party as payer on payer.version_id = document.settlement_party_id
left join employee on employee.version_id = document.employee_version_id
left join list_value as project on project.version_id = document.project_id
left join list_value as channel on channel.version_id = document.channel_id
left join list_value as reason on reason.version_id = document.reason_id
left join document as original on original.seq = document.original_seq
left join sales_detail as detail on detail.seq = document.seq
left join party as owner on owner.version_id = detail.owner_id
where document.seq = @seq;
