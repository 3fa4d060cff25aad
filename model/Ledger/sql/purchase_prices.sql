-- Purchase prices of an item, the latest first; of one supplier, or of all where party_id is −2.
select item_id, party_id, seq, line_no, business_at, qty, net_amount, tax_amount
from state_purchase_price
where item_id = @item_id and (@party_id = -2 or party_id = @party_id)
order by business_at desc, seq desc, line_no desc
limit @most;
