-- The last purchase price of each item of each supplier.
with ranked as (
    select
        item_id,
        party_id,
        seq,
        line_no,
        business_at,
        qty,
        net_amount,
        tax_amount,
        row_number() over (
            partition by item_id, party_id
            order by business_at desc, seq desc, line_no desc
        ) as place
    from state_purchase_price
)

select
    price.item_id,
    price.party_id,
    price.seq,
    price.line_no,
    price.business_at,
    price.qty,
    price.net_amount,
    price.tax_amount,
    coalesce(party.party_code, '') as party_code,
    coalesce(named.party_name, '') as party_name,
    coalesce(item.item_code, '') as item_code,
    coalesce(item_now.item_name, '') as item_name
from ranked as price
left join party on party.version_id = price.party_id
left join state_master as known_party
    on known_party.kind = 'party' and known_party.code = party.party_code
left join party_private as named on named.version_id = known_party.version_id
left join item on item.version_id = price.item_id
left join state_master as known_item
    on known_item.kind = 'item' and known_item.code = item.item_code
left join item as item_now on item_now.version_id = known_item.version_id
where price.place = 1
order by price.item_id, price.party_id;
