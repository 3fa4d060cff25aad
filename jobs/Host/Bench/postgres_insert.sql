insert into sale_line (
    business_date, document_key, document_no, line_no, store_code, store_name, item_code, item_name,
    qty, net_amount, tax_amount, margin_amount
)
select
    business_date, document_key, document_no, line_no, store_code, store_name, item_code, item_name,
    qty, net_amount, tax_amount, margin_amount
from unnest(@c0, @c1, @c2, @c3, @c4, @c5, @c6, @c7, @c8, @c9, @c10, @c11) as given (
    business_date, document_key, document_no, line_no, store_code, store_name, item_code, item_name,
    qty, net_amount, tax_amount, margin_amount
);
