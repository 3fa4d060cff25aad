delete from state_purchase_price
where
    item_id = @item_id
    and party_id = @party_id
    and business_at = @business_at
    and seq = @seq
    and line_no = @line_no;
