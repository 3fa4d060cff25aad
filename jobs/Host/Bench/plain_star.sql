attach '{file}' as plain;
create table plain.fact_sales as
from fact_sales;
checkpoint plain;
detach plain;
