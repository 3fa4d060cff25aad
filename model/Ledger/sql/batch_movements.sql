-- Every movement of a batch, in the order of business, also of one that was gone and came in anew.
-- An empty lot leaves it open.
with latest_store as (
    select store_id, max(version_id) as version_id from store group by store_id
)

select
    movement.seq,
    document.kind,
    document.document_no,
    document.business_at,
    document.business_date,
    store.store_code,
    movement.counter_location,
    coalesce(party.party_code, '') as party_code,
    coalesce(party_private.party_name, '') as party_name,
    batch.lot_no,
    movement.qty,
    document.is_reversal
from state_master as master
cross join movement_day
cross join stock_movement as movement
inner join batch
    on batch.seq = movement.batch_id / 100000 and batch.batch_id = movement.batch_id
inner join document on document.seq = movement.seq
inner join latest_store on latest_store.store_id = movement.depot_id
inner join store on store.version_id = latest_store.version_id
left join party on party.version_id = document.party_version_id
left join party_private on party_private.version_id = document.party_version_id
where
    master.kind = 'item'
    and master.code = @item_code
    and movement.business_at / 86400000 = movement_day.day
    and movement.item_id = master.id
    and batch.batch_no = @batch_no
    and (@lot_no = '' or batch.lot_no = @lot_no)
    and movement.qty <> 0
order by document.business_at, movement.seq, movement.line_no;
