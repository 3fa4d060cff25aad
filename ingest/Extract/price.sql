-- Prices given: of lists, and agreed with customers.
select
    price.seq as seq,
    price.line_no as line_no,
    'list' as price_kind,
    price.price_list_id,
    -1 as party_id,
    price.item_id,
    price.unit,
    price.min_qty,
    price.unit_price,
    price.valid_from,
    price.valid_to,
    entry.recorded_at
from price as price
inner join entry as entry on entry.seq = price.seq
where price.seq > @from_seq and price.seq <= @to_seq
union all
select
    agreed.seq as seq,
    agreed.line_no as line_no,
    'customer' as price_kind,
    -1 as price_list_id,
    agreed.party_id,
    agreed.item_id,
    agreed.unit,
    0 as min_qty,
    agreed.unit_price,
    agreed.valid_from,
    agreed.valid_to,
    entry.recorded_at
from customer_price as agreed
inner join entry as entry on entry.seq = agreed.seq
where agreed.seq > @from_seq and agreed.seq <= @to_seq
order by seq, line_no;
