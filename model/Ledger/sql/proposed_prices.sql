-- The prices to propose to a customer for an item and unit on a day, the first to take first: 0
-- agreed, 1 what he paid last (an amount, and for how much), 2 his price list's.
with asked as (
    select
        party.party_id,
        party.price_list_id,
        item.item_id,
        case when @unit = '' then item.base_unit else @unit end as unit
    from state_master as of_party
    inner join party on party.version_id = of_party.version_id
    inner join state_master as of_item on of_item.kind = 'item' and of_item.code = @item_code
    inner join item on item.version_id = of_item.version_id
    where of_party.kind = 'party' and of_party.code = @party_code
),

prices as (
    select
        0 as origin,
        agreed.unit_price as amount,
        1 as qty,
        1 as includes_tax,
        agreed.valid_from
    from asked
    inner join state_customer_price as agreed
        on
            agreed.party_id = asked.party_id
            and agreed.item_id = asked.item_id
            and agreed.unit = asked.unit
    where agreed.valid_from <= @on and (agreed.valid_to = -1 or agreed.valid_to >= @on)
    union all
    select 1, paid.amount, paid.qty, 1, 0
    from asked
    inner join state_last_price as paid
        on
            paid.party_id = asked.party_id
            and paid.item_id = asked.item_id
            and paid.unit = asked.unit
    where paid.qty > 0
    union all
    select 2, listed.unit_price, 1, price_list.includes_tax, listed.valid_from
    from asked
    inner join state_master as of_list
        on of_list.kind = 'price_list' and of_list.id = asked.price_list_id
    inner join price_list on price_list.version_id = of_list.version_id
    inner join state_price as listed
        on
            listed.price_list_id = asked.price_list_id
            and listed.item_id = asked.item_id
            and listed.unit = asked.unit
            and listed.min_qty <= 10000
    where
        price_list.is_active = 1
        and (price_list.valid_from = -1 or price_list.valid_from <= @on)
        and (price_list.valid_to = -1 or price_list.valid_to >= @on)
        and listed.valid_from <= @on
        and (listed.valid_to = -1 or listed.valid_to >= @on)
)

select
    cast(origin as bigint) as origin,
    amount,
    cast(qty as bigint) as qty,
    cast(includes_tax as bigint) as includes_tax
from prices
order by origin, valid_from desc
limit 1;
