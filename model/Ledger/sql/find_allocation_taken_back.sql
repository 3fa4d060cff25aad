select by_seq from state_allocation_taken_back where seq = @seq;
