-- Batches that come twice, or are of an item that is not there.
insert into quarantined by name
select
    'batch' as table_name,
    incoming.row_no as row_no,
    'batch_no' as column_name,
    incoming.batch_no as cell,
    'twice' as fault,
from incoming_batch as incoming
qualify row_number() over (
    partition by incoming.item_code, incoming.batch_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'batch' as table_name,
    incoming.row_no as row_no,
    'item_code' as column_name,
    incoming.item_code as cell,
    'unknown' as fault,
from incoming_batch as incoming
anti join incoming_item as known on known.item_code = incoming.item_code;

delete from incoming_batch
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'batch'
);
