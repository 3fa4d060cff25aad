delete from state_last_price
where party_id = @party_id and item_id = @item_id and unit = @unit and seq = @seq;
