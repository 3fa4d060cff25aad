-- A document is taken whole or not at all: what hangs on a refused one goes with it, and so does
-- one that settles what is refused, or is an invoice over it. Stock that it moved is not compared
-- with what the source has on hand.
create temp table refused_document as
with recursive leaning as (
    select side.document_id as document_id, side.item_id as on_id
    from allocation_side as side
    union all
    select invoiced.document_id, invoiced.of_document_id
    from incoming_invoice_line as invoiced
),
gone as (
    select refused.document_id as document_id
    from quarantined as refused
    where refused.document_id is not null
    union
    select leaning.document_id
    from leaning
    inner join gone on gone.document_id = leaning.on_id
)
select gone.document_id as document_id
from gone;

insert into quarantined by name
select distinct
    'allocation' as table_name,
    side.row_no as row_no,
    side.document_id as document_id,
    'document_id' as column_name,
    side.document_id::varchar as cell,
    'settles_refused' as fault,
from allocation_side as side
semi join refused_document as refused on refused.document_id = side.item_id
where side.item_id <> side.document_id;

insert into quarantined by name
select
    'invoice_line' as table_name,
    invoiced.row_no as row_no,
    invoiced.document_id as document_id,
    'of_document_id' as column_name,
    invoiced.of_document_id::varchar as cell,
    'over_refused' as fault,
from incoming_invoice_line as invoiced
semi join refused_document as refused on refused.document_id = invoiced.of_document_id
where invoiced.of_document_id <> invoiced.document_id;

insert into quarantined by name
with hanging as (
    select 'document' as table_name, part.row_no as row_no, part.document_id as document_id
    from incoming_document as part
    union all
    select 'document_line', part.row_no, part.document_id from incoming_document_line as part
    union all
    select 'stock_movement', part.row_no, part.document_id from incoming_stock_movement as part
    union all
    select 'ended_line', part.row_no, part.document_id from incoming_ended_line as part
    union all
    select 'invoice_line', part.row_no, part.document_id from incoming_invoice_line as part
    union all
    select 'money_entry', part.row_no, part.document_id from incoming_money_entry as part
    union all
    select 'allocation', part.row_no, part.document_id from incoming_allocation as part
)
select
    hanging.table_name as table_name,
    hanging.row_no as row_no,
    hanging.document_id as document_id,
    'document_id' as column_name,
    hanging.document_id::varchar as cell,
    'with_document' as fault,
from hanging
semi join refused_document as refused on refused.document_id = hanging.document_id
anti join quarantined as told
    on told.table_name = hanging.table_name and told.row_no = hanging.row_no;

create temp table untold_stock as
with untold as (
    select movement.item_code as item_code, movement.depot_code as depot_code
    from incoming_stock_movement as movement
    semi join refused_document as refused on refused.document_id = movement.document_id
    union
    select refused.item_code, refused.depot_code
    from quarantined as refused
    where refused.table_name = 'stock_movement'
)
select
    untold.item_code as item_code,
    untold.depot_code as depot_code,
    source_key('item', untold.item_code) as item_id,
    source_key('store', untold.depot_code) as depot_id,
from untold;

delete from incoming_document
where document_id in (select refused.document_id from refused_document as refused);

delete from incoming_document_line as line
where line.document_id not in (select document.document_id from incoming_document as document);

delete from incoming_stock_movement as movement
where movement.document_id not in (select document.document_id from incoming_document as document);

delete from incoming_ended_line as line
where line.document_id not in (select document.document_id from incoming_document as document);

delete from incoming_invoice_line as line
where line.document_id not in (select document.document_id from incoming_document as document);

delete from incoming_money_entry as entry
where entry.document_id not in (select document.document_id from incoming_document as document);

delete from incoming_allocation as allocation
where allocation.document_id not in (
    select document.document_id from incoming_document as document
);

delete from incoming_control as control
where control.document_id not in (select document.document_id from incoming_document as document);
