select seq from state_day_close limit 1;
