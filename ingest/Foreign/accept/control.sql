-- The source's own sums of the documents that are taken, by month; what it adds up no sums of
-- (list amounts, tickets, rows of stock and of money, what is of no document) is added up of the
-- rows taken.
insert into staging_control by name
select
    document.business_date // 100 as month_key,
    control.measure as measure,
    sum(
        case
            when control.measure like '%\_lines' escape '\' then control.total
            when control.measure = 'store_documents' then control.total
            else control.total * 10000
        end
    )::bigint as total,
from incoming_control as control
inner join staging_document as document on document.seq = control.document_id
group by all
union all by name
select
    document.business_date // 100 as month_key,
    'sales_list' as measure,
    sum(line.list_amount)::bigint as total,
from staging_document_line as line
inner join staging_document as document on document.seq = line.seq
where document.kind in ('sale', 'sale_return')
group by all
union all by name
select
    document.business_date // 100 as month_key,
    'sales_tickets' as measure,
    count(distinct line.seq) filter (where line.qty > 0 and document.is_reversal = 0)
        - count(distinct line.seq)
            filter (where line.qty < 0 and document.is_reversal = 1) as total,
from staging_document_line as line
inner join staging_document as document on document.seq = line.seq
where document.kind in ('sale', 'sale_return')
group by all
union all by name
select
    movement.business_date // 100 as month_key,
    'stock_lines' as measure,
    count(*) as total,
from staging_stock_movement as movement
group by all
union all by name
select
    item.business_date // 100 as month_key,
    'open_item_lines' as measure,
    count(*) as total,
from staging_open_item as item
group by all
union all by name
select
    document.business_date // 100 as month_key,
    'expense_lines' as measure,
    count(*) as total,
from staging_document_money as part
inner join staging_document as document on document.seq = part.seq
group by all
union all by name
select
    allocation.business_date // 100 as month_key,
    'allocation_lines' as measure,
    count(*) as total,
from staging_allocation as allocation
where allocation.side = 'debit'
group by all
union all by name
select
    document.business_date // 100 as month_key,
    'batch_lines' as measure,
    count(*) as total,
from staging_batch as batch
inner join staging_document as document on document.seq = batch.seq
group by all
union all by name
select
    0 as month_key,
    'price_lines' as measure,
    count(*) as total,
from incoming_price as price
union all by name
select
    target.month_key as month_key,
    'target_lines' as measure,
    count(*) as total,
from incoming_target as target
group by all
union all by name
select
    target.month_key as month_key,
    'target_floor' as measure,
    (sum(coalesce(target.floor_amount, target.target_amount)) * 10000)::bigint as total,
from incoming_target as target
group by all
union all by name
select
    target.month_key as month_key,
    'target_amount' as measure,
    (sum(target.target_amount) * 10000)::bigint as total,
from incoming_target as target
group by all
union all by name
select
    target.month_key as month_key,
    'target_stretch' as measure,
    (sum(coalesce(target.stretch_amount, target.target_amount)) * 10000)::bigint as total,
from incoming_target as target
group by all;
