-- Price lists: one version each, from the beginning.
insert into staging_price_list by name
select
    source_key('price_list', incoming.price_list_code) as version_id,
    source_key('price_list', incoming.price_list_code) as price_list_id,
    incoming.price_list_code as price_list_code,
    incoming.price_list_name as price_list_name,
    coalesce(incoming.includes_tax, false)::bigint as includes_tax,
    coalesce(strftime(incoming.valid_from, '%Y%m%d')::bigint, -1) as valid_from,
    coalesce(strftime(incoming.valid_to, '%Y%m%d')::bigint, -1) as valid_to,
    coalesce(incoming.is_active, true)::bigint as is_active,
    0 as recorded_at,
from incoming_price_list as incoming;
