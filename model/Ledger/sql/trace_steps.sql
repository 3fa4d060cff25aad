-- Every step of a trace code, in the order it was recorded.
with latest_item as (
    select item_id, max(version_id) as version_id from item group by item_id
),

latest_store as (
    select store_id, max(version_id) as version_id from store group by store_id
)

select
    step.seq,
    document.kind,
    document.document_no,
    document.business_at,
    document.business_date,
    item.item_code,
    coalesce(batch.batch_no, '') as batch_no,
    step.location,
    coalesce(store.store_code, '') as store_code,
    coalesce(party.party_code, '') as party_code,
    coalesce(party_private.party_name, '') as party_name
from trace_code as step
inner join document on document.seq = step.seq
inner join latest_item on latest_item.item_id = step.item_id
inner join item on item.version_id = latest_item.version_id
left join state_batch as batch
    on batch.item_id = step.item_id and batch.batch_id = step.batch_id
left join latest_store on latest_store.store_id = step.location
left join store on store.version_id = latest_store.version_id
left join party on party.version_id = document.party_version_id
left join party_private on party_private.version_id = document.party_version_id
where step.code = @code
order by step.seq, step.line_no;
