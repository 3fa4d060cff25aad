select
    case
        when document.kind in ('sale', 'sale_return') then document.kind
        else 'stock_in'
    end as kind,
    count(*) as line_count
from document
inner join document_line on document_line.seq = document.seq
group by 1
order by 1;
