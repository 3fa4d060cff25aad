select code from state_master where kind = @kind and id = @id;
