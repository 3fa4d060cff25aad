-- A price that begins on the day of an older one replaces it.
update fact_price as older
set replaced_by_key = newer.seq
from (
    select
        price.price_kind as price_kind,
        price.price_list_id as price_list_id,
        price.party_id as party_id,
        price.item_id as item_id,
        price.unit as unit,
        (price.min_qty * 0.0001)::decimal(18, 4) as min_qty,
        if(
            price.valid_from < 0,
            date '1900-01-01',
            make_date(
                price.valid_from // 10000, price.valid_from // 100 % 100, price.valid_from % 100
            )
        ) as valid_from_date,
        min(price.seq) as seq,
    from staging_price as price
    group by all
) as newer
where older.replaced_by_key = -1
    and older.price_kind = newer.price_kind
    and older.price_list_id = newer.price_list_id
    and older.party_id = newer.party_id
    and older.item_id = newer.item_id
    and older.entered_unit = newer.unit
    and older.min_qty = newer.min_qty
    and older.valid_from_date = newer.valid_from_date;
