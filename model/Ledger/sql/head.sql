select seq, hash from head where id = 1;
