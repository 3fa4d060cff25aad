update head set seq = @seq, hash = @hash where id = 1;
