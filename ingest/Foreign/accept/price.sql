-- Prices as they stand there: each is its own entry, which no other replaces.
insert into staging_price by name
select
    keyed.price_key as seq,
    1 as line_no,
    if(incoming.party_code is null, 'list', 'customer') as price_kind,
    coalesce(source_key('price_list', incoming.price_list_code), -1) as price_list_id,
    coalesce(source_key('party', incoming.party_code), -1) as party_id,
    source_key('item', incoming.item_code) as item_id,
    keyed.unit as unit,
    (keyed.min_qty * 10000)::bigint as min_qty,
    (incoming.unit_price * 1000000)::bigint as unit_price,
    coalesce(strftime(incoming.valid_from, '%Y%m%d')::bigint, -1) as valid_from,
    coalesce(strftime(incoming.valid_to, '%Y%m%d')::bigint, -1) as valid_to,
    0 as recorded_at,
from incoming_price as incoming
inner join keyed_price as keyed on keyed.row_no = incoming.row_no;
