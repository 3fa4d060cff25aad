insert into state_purchase_price (
    item_id, party_id, business_at, seq, line_no, qty, net_amount, tax_amount
)
values (@item_id, @party_id, @business_at, @seq, @line_no, @qty, @net_amount, @tax_amount);
