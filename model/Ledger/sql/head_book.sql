update head set book = @book where id = 1;
