select id, version_id from state_master where kind = @kind and code = @code;
