-- Prices by customer that are looked up otherwise than the last entry of their customer, item, unit
-- and first day says.
with latest as (
    select party_id, item_id, unit, valid_from, max(seq) as seq
    from customer_price
    group by party_id, item_id, unit, valid_from
),

standing as (
    select
        price.party_id,
        price.item_id,
        price.unit,
        price.valid_from,
        price.valid_to,
        price.unit_price,
        price.seq
    from latest
    inner join customer_price as price
        on
            price.seq = latest.seq
            and price.party_id = latest.party_id
            and price.item_id = latest.item_id
            and price.unit = latest.unit
            and price.valid_from = latest.valid_from
)

select standing.party_id, standing.item_id, standing.seq
from standing
left join state_customer_price as kept
    on
        kept.party_id = standing.party_id
        and kept.item_id = standing.item_id
        and kept.unit = standing.unit
        and kept.valid_from = standing.valid_from
where
    coalesce(kept.seq, 0) <> standing.seq
    or coalesce(kept.valid_to, 0) <> standing.valid_to
    or coalesce(kept.unit_price, -1) <> standing.unit_price
union all
select kept.party_id, kept.item_id, kept.seq
from state_customer_price as kept
left join standing
    on
        standing.party_id = kept.party_id
        and standing.item_id = kept.item_id
        and standing.unit = kept.unit
        and standing.valid_from = kept.valid_from
where standing.seq is null;
