-- The sums of the book's own rows, by document.
with line as (
    select
        moved.seq as document_id,
        case
            when document.kind in ('sale', 'sale_return') then 'sales' else 'purchase'
        end as subject,
        moved.qty,
        moved.net_amount,
        moved.tax_amount,
        moved.discount_amount,
        moved.cost_amount
    from document_line as moved
    inner join document as document on document.seq = moved.seq
    where document.kind in ('sale', 'sale_return', 'purchase_receipt')
)
select document.seq as document_id, 'store_documents' as measure, 1 as total
from document as document
where document.store_id > 0
union all
select movement.seq, 'stock_qty', sum(movement.qty) / 10000.0
from stock_movement as movement
group by movement.seq
union all
select movement.seq, 'stock_value', sum(movement.value) / 10000.0
from stock_movement as movement
group by movement.seq
union all
select line.document_id, line.subject || '_lines', count(*)
from line
group by line.document_id, line.subject
union all
select line.document_id, line.subject || '_qty', sum(line.qty) / 10000.0
from line
group by line.document_id, line.subject
union all
select line.document_id, line.subject || '_net', sum(line.net_amount) / 10000.0
from line
group by line.document_id, line.subject
union all
select line.document_id, line.subject || '_tax', sum(line.tax_amount) / 10000.0
from line
group by line.document_id, line.subject
union all
select line.document_id, 'sales_discount', sum(line.discount_amount) / 10000.0
from line
where line.subject = 'sales'
group by line.document_id
union all
select line.document_id, 'sales_cost', sum(line.cost_amount) / 10000.0
from line
where line.subject = 'sales'
group by line.document_id;
