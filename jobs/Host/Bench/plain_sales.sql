create temp table plain_sales as
from fact_sales
limit 0;
