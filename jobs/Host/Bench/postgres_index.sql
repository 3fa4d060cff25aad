-- What a good administrator would make for these questions: each is answered by an index alone,
-- or by the days it asks for.
create index on sale_line (business_date, store_code)
    include (store_name, qty, net_amount, margin_amount);
create index on sale_line (business_date, item_code)
    include (item_name, qty, net_amount, margin_amount);
create index on sale_line (store_code, item_code, business_date);
