-- No batch may stand twice, be of an item or a supplier that its dimension does not hold, or come
-- of no receipt.
select
    batch.batch_id as batch_id,
    batch.item_id as item_id,
    batch.party_id as party_id,
    batch.received_document_key as received_document_key,
    count(*) over (partition by batch.batch_id) as row_count,
from dim_batch as batch
left join (select distinct known.item_id from dim_item as known) as item
    on item.item_id = batch.item_id
left join (select distinct known.party_id from dim_party as known) as party
    on party.party_id = batch.party_id
qualify count(*) over (partition by batch.batch_id) <> 1
    or item.item_id is null
    or party.party_id is null
    or (batch.batch_id > 0 and batch.received_date is null)
order by batch.batch_id
limit 100;
