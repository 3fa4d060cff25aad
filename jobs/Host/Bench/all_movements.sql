-- Every movement, to read it only.
select * from stock_movement;
