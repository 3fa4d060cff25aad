select min(seq) from entry where seq > @seq;
