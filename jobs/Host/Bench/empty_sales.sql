-- What the masters' few documents sold makes room for what is written directly.
delete from fact_sales;
