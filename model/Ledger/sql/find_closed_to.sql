select coalesce(max(closed_to), 0) as closed_to from period_close;
