-- No promoted line may name a version, a thing or a day that its dimension does not hold.
select
    promoted.document_key as document_key,
    promoted.line_no as line_no,
    promoted.store_key as store_key,
    promoted.store_id as store_id,
    promoted.party_key as party_key,
    promoted.party_id as party_id,
    promoted.item_key as item_key,
    promoted.item_id as item_id,
    promoted.business_date as business_date,
from fact_promotion as promoted
left join dim_store as store
    on store.store_key = promoted.store_key and store.store_id = promoted.store_id
left join dim_party as party
    on party.party_key = promoted.party_key and party.party_id = promoted.party_id
left join dim_item as item
    on item.item_key = promoted.item_key and item.item_id = promoted.item_id
left join dim_date as calendar on calendar.calendar_date = promoted.business_date
where store.store_key is null
    or party.party_key is null
    or item.item_key is null
    or calendar.date_key is null
order by promoted.document_key, promoted.line_no
limit 100;
