insert into state_allocation_taken_back (seq, by_seq) values (@seq, @by_seq);
