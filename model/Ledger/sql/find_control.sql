select month_key, measure, total from state_control where block = @block;
