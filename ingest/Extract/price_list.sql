-- Versions of price lists, with the moment each was recorded.
select
    price_list.version_id,
    price_list.price_list_id,
    price_list.price_list_code,
    price_list.price_list_name,
    price_list.includes_tax,
    price_list.valid_from,
    price_list.valid_to,
    price_list.is_active,
    entry.recorded_at
from price_list as price_list
inner join entry as entry on entry.seq = price_list.version_id
where price_list.version_id <= @to_seq
order by price_list.version_id;
