-- Documents. A moment is one of the company's clock on the wall; where there is none, the day's
-- beginning.
insert into staging_document by name
with timed as (
    select
        incoming.document_id as document_id,
        epoch_ms(
            coalesce(incoming.business_at, incoming.business_date + to_milliseconds($cut_ms))
        ) as local_ms,
        epoch_ms(incoming.business_date::timestamp) + $cut_ms as day_ms,
    from incoming_document as incoming
)
select
    incoming.document_id as seq,
    incoming.kind as kind,
    incoming.document_no as document_no,
    timed.local_ms - $zone_ms as business_at,
    strftime(incoming.business_date, '%Y%m%d')::bigint as business_date,
    least(greatest((timed.local_ms - timed.day_ms) // 60000, 0), 1439) as business_minute,
    coalesce(source_key('store', incoming.store_code), -1) as store_version_id,
    coalesce(source_key('store', incoming.store_code), -1) as store_id,
    coalesce(source_key('store', coalesce(incoming.depot_code, incoming.store_code)), -1)
        as depot_id,
    coalesce(source_key('party', incoming.party_code), -1) as party_version_id,
    coalesce(source_key('party', incoming.party_code), -1) as party_id,
    coalesce(source_key('employee', incoming.employee_code), -1) as employee_version_id,
    coalesce(source_key('employee', incoming.employee_code), -1) as employee_id,
    -1 as legal_entity_id,
    -1 as project_id,
    -1 as channel_id,
    -1 as reason_id,
    '' as till_code,
    '' as shift_no,
    '' as ship_to_country,
    '' as ship_to_region,
    '' as ship_to_province,
    '' as ship_to_city,
    coalesce(incoming.tender, '') as tender,
    coalesce(strftime(incoming.expected_date, '%Y%m%d')::bigint, 0) as expected_on,
    coalesce(incoming.original_id, -1) as original_seq,
    coalesce(incoming.is_reversal, false)::bigint as is_reversal,
    0 as is_backdated,
from incoming_document as incoming
inner join timed on timed.document_id = incoming.document_id;
