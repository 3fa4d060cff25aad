-- Documents, as somebody would write them who knows nothing of versions.
select
    document.seq as document_id,
    document.kind,
    document.document_no,
    substr(document.business_date, 1, 4) || '-' || substr(document.business_date, 5, 2) || '-'
        || substr(document.business_date, 7, 2) as business_date,
    strftime('%Y-%m-%d %H:%M:%f', document.business_at / 1000.0 + 28800, 'unixepoch')
        as business_at,
    store.store_code,
    depot.store_code as depot_code,
    party.party_code,
    employee.employee_code,
    document.tender
from document as document
left join store as store on store.version_id = document.store_version_id
left join store as depot
    on depot.version_id = (
        select max(later.version_id) from store as later where later.store_id = document.depot_id
    )
left join party as party on party.version_id = document.party_version_id
left join employee as employee on employee.version_id = document.employee_version_id;
