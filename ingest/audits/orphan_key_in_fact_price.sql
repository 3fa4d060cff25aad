-- No price may be of an item or a party that its dimension does not hold.
select
    price.document_key as document_key,
    price.line_no as line_no,
    price.item_id as item_id,
    price.party_id as party_id,
from fact_price as price
left join (select distinct known.item_id from dim_item as known) as item
    on item.item_id = price.item_id
left join (select distinct known.party_id from dim_party as known) as party
    on party.party_id = price.party_id
where item.item_id is null or party.party_id is null
order by price.document_key, price.line_no
limit 100;
