delete from state_control where block < @block;
