-- No measure may be counted by posting and compared by nobody.
select
    control.month_key as month_key,
    control.measure as measure,
    control.total as total,
from staging_control as control
where control.measure not in (
    'sales_lines',
    'sales_qty',
    'sales_net',
    'sales_tax',
    'sales_discount',
    'sales_cost',
    'stock_qty',
    'stock_value',
    'money_amount',
    'store_documents'
)
order by control.month_key, control.measure;
