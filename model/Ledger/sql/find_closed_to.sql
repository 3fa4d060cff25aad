select closed_to, seq from period_close order by seq desc limit 1;
