-- Prices that are looked up otherwise than the last entry of their list, item, unit, least quantity
-- and first day says.
with latest as (
    select price_list_id, item_id, unit, min_qty, valid_from, max(seq) as seq
    from price
    group by price_list_id, item_id, unit, min_qty, valid_from
),

standing as (
    select
        price.price_list_id,
        price.item_id,
        price.unit,
        price.min_qty,
        price.valid_from,
        price.valid_to,
        price.unit_price,
        price.seq
    from latest
    inner join price
        on
            price.seq = latest.seq
            and price.price_list_id = latest.price_list_id
            and price.item_id = latest.item_id
            and price.unit = latest.unit
            and price.min_qty = latest.min_qty
            and price.valid_from = latest.valid_from
)

select standing.price_list_id, standing.item_id, standing.seq
from standing
left join state_price
    on
        state_price.price_list_id = standing.price_list_id
        and state_price.item_id = standing.item_id
        and state_price.unit = standing.unit
        and state_price.min_qty = standing.min_qty
        and state_price.valid_from = standing.valid_from
where
    coalesce(state_price.seq, 0) <> standing.seq
    or coalesce(state_price.valid_to, 0) <> standing.valid_to
    or coalesce(state_price.unit_price, -1) <> standing.unit_price
union all
select state_price.price_list_id, state_price.item_id, state_price.seq
from state_price
left join standing
    on
        standing.price_list_id = state_price.price_list_id
        and standing.item_id = state_price.item_id
        and standing.unit = state_price.unit
        and standing.min_qty = state_price.min_qty
        and standing.valid_from = state_price.valid_from
where standing.seq is null;
