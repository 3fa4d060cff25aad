delete from state_open_item
where account = @account and party_id = @party_id and seq = @seq and line_no = @line_no;
