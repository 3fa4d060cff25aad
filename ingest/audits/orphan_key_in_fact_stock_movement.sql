-- No stock movement may name an item, a depot, a party or a day that its dimension does not hold.
select
    movement.document_key as document_key,
    movement.line_no as line_no,
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    movement.party_id as party_id,
    movement.business_date as business_date,
from fact_stock_movement as movement
left join (select distinct known.item_id from dim_item as known) as item
    on item.item_id = movement.item_id
left join (select distinct known.store_id from dim_store as known) as depot
    on depot.store_id = movement.depot_id
left join (select distinct known.party_id from dim_party as known) as party
    on party.party_id = movement.party_id
left join dim_date as calendar on calendar.calendar_date = movement.business_date
where item.item_id is null
    or depot.store_id is null
    or party.party_id is null
    or calendar.date_key is null
order by movement.document_key, movement.line_no
limit 100;
