select
    case
        when document.kind in ('sale', 'sale_return') then document.kind
        when document.kind in ('opening_stock', 'purchase_receipt') then 'stock_in'
        else 'within'
    end as kind,
    count(*) as line_count
from document
inner join document_line on document_line.seq = document.seq
group by 1
order by 1;
