-- No layer of stock may name an item, a depot, a batch, a supplier or a day that its dimension does
-- not hold.
select
    layer.document_key as document_key,
    layer.line_no as line_no,
    layer.depot_id as depot_id,
    layer.item_key as item_key,
    layer.item_id as item_id,
    layer.batch_id as batch_id,
    layer.party_key as party_key,
    layer.party_id as party_id,
    layer.received_date as received_date,
from fact_cost_layer as layer
left join dim_item as item on item.item_key = layer.item_key and item.item_id = layer.item_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = layer.depot_id
left join dim_batch as batch on batch.batch_id = layer.batch_id
left join dim_party as party
    on party.party_key = layer.party_key and party.party_id = layer.party_id
left join dim_date as calendar on calendar.calendar_date = layer.received_date
where item.item_id is null
    or depot.store_id is null
    or batch.batch_id is null
    or party.party_id is null
    or calendar.date_key is null
order by layer.document_key, layer.line_no
limit 100;
