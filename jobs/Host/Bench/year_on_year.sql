-- The question of sales/year_on_year, asked of the book itself: one window, by store.
select
    document.store_id,
    sum(document_line.qty) as qty,
    sum(document_line.net_amount) as net_amount,
    sum(document_line.net_amount - document_line.cost_amount) as margin_amount
from document
join document_line on document_line.seq = document.seq
where
    document.kind in ('sale', 'sale_return')
    and document.business_date between @from_date and @to_date
group by document.store_id
order by document.store_id;
