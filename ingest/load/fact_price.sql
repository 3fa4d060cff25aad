-- Prices given. Sorted by item_id, document_key, line_no.
insert into fact_price by name
select
    price.seq as document_key,
    price.line_no as line_no,
    price.price_kind as price_kind,
    price.price_list_id as price_list_id,
    price.party_id as party_id,
    price.item_id as item_id,
    price.unit as entered_unit,
    (price.min_qty * 0.0001)::decimal(18, 4) as min_qty,
    (price.unit_price * 0.000001)::decimal(18, 6) as unit_price,
    if(
        price.valid_from < 0,
        date '1900-01-01',
        make_date(price.valid_from // 10000, price.valid_from // 100 % 100, price.valid_from % 100)
    ) as valid_from_date,
    if(
        price.valid_to < 0,
        date '9999-12-31',
        make_date(price.valid_to // 10000, price.valid_to // 100 % 100, price.valid_to % 100)
    ) as valid_to_date,
    epoch_ms(price.recorded_at) as recorded_at,
    coalesce(
        lead(price.seq) over (
            partition by
                price.price_kind,
                price.price_list_id,
                price.party_id,
                price.item_id,
                price.unit,
                price.min_qty,
                price.valid_from
            order by price.seq, price.line_no
        ),
        -1
    ) as replaced_by_key,
from staging_price as price
order by price.item_id, price.seq, price.line_no;
