-- Stock of no item, depot or batch, or that comes twice.
insert into quarantined by name
select
    'on_hand' as table_name,
    incoming.row_no as row_no,
    'item_code' as column_name,
    incoming.item_code::varchar as cell,
    'unknown' as fault,
from incoming_on_hand as incoming
anti join incoming_item as known on known.item_code = incoming.item_code
where incoming.item_code is not null;

insert into quarantined by name
select
    'on_hand' as table_name,
    incoming.row_no as row_no,
    'depot_code' as column_name,
    incoming.depot_code::varchar as cell,
    'unknown' as fault,
from incoming_on_hand as incoming
anti join incoming_store as known on known.store_code = incoming.depot_code
where incoming.depot_code is not null;

insert into quarantined by name
select
    'on_hand' as table_name,
    incoming.row_no as row_no,
    'item_code' as column_name,
    incoming.item_code as cell,
    'twice' as fault,
from incoming_on_hand as incoming
qualify row_number() over (
    partition by incoming.item_code, incoming.depot_code, incoming.batch_no
    order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'on_hand' as table_name,
    incoming.row_no as row_no,
    'batch_no' as column_name,
    incoming.batch_no as cell,
    'unknown' as fault,
from incoming_on_hand as incoming
anti join incoming_batch as known
    on known.item_code = incoming.item_code and known.batch_no = incoming.batch_no
where incoming.batch_no is not null;

delete from incoming_on_hand
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'on_hand'
);
