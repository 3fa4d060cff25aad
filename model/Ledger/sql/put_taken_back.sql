insert into state_taken_back (source_seq, source_line_no, seq, line_no, qty)
values (@source_seq, @source_line_no, @seq, @line_no, @qty);
