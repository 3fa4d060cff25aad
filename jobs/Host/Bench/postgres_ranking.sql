select
    sale_line.item_code,
    max(sale_line.item_name),
    sum(sale_line.qty),
    sum(sale_line.net_amount) as net_amount,
    sum(sale_line.margin_amount)
from sale_line
where sale_line.business_date between @from_date and @to_date
group by sale_line.item_code
order by net_amount desc
limit 20;
