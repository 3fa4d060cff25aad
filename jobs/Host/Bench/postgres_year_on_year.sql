select
    sale_line.store_code,
    max(sale_line.store_name),
    sum(sale_line.qty) filter (where sale_line.business_date >= @from_date),
    sum(sale_line.net_amount) filter (where sale_line.business_date >= @from_date),
    sum(sale_line.margin_amount) filter (where sale_line.business_date >= @from_date),
    sum(sale_line.qty) filter (where sale_line.business_date < @from_date),
    sum(sale_line.net_amount) filter (where sale_line.business_date < @from_date),
    sum(sale_line.margin_amount) filter (where sale_line.business_date < @from_date)
from sale_line
where sale_line.business_date between @base_from_date and @to_date
group by rollup (sale_line.store_code);
