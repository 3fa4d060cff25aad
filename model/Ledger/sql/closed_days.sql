select business_date, seq from state_day_close where store_id = @store_id;
