create temp table plain_copy as
select
    document_key, line_no, item_key, item_id, qty, net_amount, tax_amount, discount_amount,
    cost_amount
from fact_sales;
