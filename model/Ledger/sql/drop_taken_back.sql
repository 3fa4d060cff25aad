delete from state_taken_back
where source_seq = @source_seq and source_line_no = @source_line_no and seq = @seq;
