select item_id, batch_id, location, seq from state_trace_code where code = @code;
