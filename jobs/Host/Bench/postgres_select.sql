-- The lines that PostgreSQL is given, with codes and names. The generation's schema takes the place
-- of star.
select
    sales.business_date as business_date,
    sales.document_key as document_key,
    sales.document_no as document_no,
    sales.line_no as line_no,
    store.store_code as store_code,
    store.store_name as store_name,
    item.item_code as item_code,
    item.item_name as item_name,
    sales.qty as qty,
    sales.net_amount as net_amount,
    sales.tax_amount as tax_amount,
    sales.margin_amount as margin_amount
from star.fact_sales as sales
inner join star.dim_store as store on store.store_id = sales.store_id and store.is_current
inner join star.dim_item as item on item.item_id = sales.item_id and item.is_current;
