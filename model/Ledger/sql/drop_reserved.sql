delete from state_reserved
where
    item_id = @item_id
    and depot_id = @depot_id
    and seq = @seq
    and line_no = @line_no;
