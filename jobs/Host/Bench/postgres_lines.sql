select
    sale_line.business_date,
    sale_line.document_no,
    sale_line.line_no,
    sale_line.store_code,
    sale_line.store_name,
    sale_line.item_code,
    sale_line.item_name,
    sale_line.qty,
    sale_line.net_amount,
    sale_line.tax_amount,
    sale_line.margin_amount
from sale_line
where
    sale_line.business_date between @from_date and @to_date
    and sale_line.item_code = @item
    and sale_line.store_code = @store
order by sale_line.business_date, sale_line.document_key, sale_line.line_no;
