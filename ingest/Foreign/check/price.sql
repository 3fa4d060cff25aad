-- Prices of no list and no customer or of both, that name what is not there, are below nothing, end
-- before they begin or come twice.
insert into quarantined by name
select
    'price' as table_name,
    incoming.row_no as row_no,
    'price_list_code' as column_name,
    coalesce(incoming.price_list_code, '') as cell,
    'list_or_customer' as fault,
from incoming_price as incoming
where (incoming.price_list_code is null) = (incoming.party_code is null);

insert into quarantined by name
select
    'price' as table_name,
    incoming.row_no as row_no,
    'price_list_code' as column_name,
    incoming.price_list_code as cell,
    'unknown' as fault,
from incoming_price as incoming
anti join incoming_price_list as known on known.price_list_code = incoming.price_list_code
where incoming.price_list_code is not null;

insert into quarantined by name
select
    'price' as table_name,
    incoming.row_no as row_no,
    'party_code' as column_name,
    incoming.party_code as cell,
    'unknown' as fault,
from incoming_price as incoming
anti join incoming_party as known on known.party_code = incoming.party_code
where incoming.party_code is not null;

insert into quarantined by name
select
    'price' as table_name,
    incoming.row_no as row_no,
    'item_code' as column_name,
    incoming.item_code as cell,
    'unknown' as fault,
from incoming_price as incoming
anti join incoming_item as known on known.item_code = incoming.item_code;

insert into quarantined by name
with given as (
    unpivot (
        select
            incoming.row_no as row_no,
            incoming.unit_price::decimal(24, 6) as unit_price,
            incoming.min_qty::decimal(24, 6) as min_qty,
        from incoming_price as incoming
    )
    on unit_price, min_qty
    into name column_name value number
)
select
    'price' as table_name,
    given.row_no as row_no,
    given.column_name as column_name,
    given.number::varchar as cell,
    'below_nothing' as fault,
from given
where given.number < 0;

insert into quarantined by name
select
    'price' as table_name,
    incoming.row_no as row_no,
    'valid_to' as column_name,
    incoming.valid_to::varchar as cell,
    'ends_early' as fault,
from incoming_price as incoming
where incoming.valid_to < incoming.valid_from;

-- What there may be one price of, and its key; codes hold no unit separator.
create temp view keyed_price as
with placed as (
    select
        incoming.row_no as row_no,
        incoming.price_list_code as price_list_code,
        incoming.party_code as party_code,
        incoming.item_code as item_code,
        coalesce(incoming.unit, item.base_unit, '') as unit,
        coalesce(incoming.min_qty, 0) as min_qty,
        incoming.valid_from as valid_from,
    from incoming_price as incoming
    inner join incoming_item as item on item.item_code = incoming.item_code
)
select
    placed.row_no as row_no,
    placed.item_code as item_code,
    placed.unit as unit,
    placed.min_qty as min_qty,
    source_key(
        'price',
        concat_ws(
            chr(31),
            coalesce(placed.price_list_code, ''),
            coalesce(placed.party_code, ''),
            placed.item_code,
            placed.unit,
            placed.min_qty,
            coalesce(placed.valid_from::varchar, '')
        )
    ) as price_key,
from placed;

insert into quarantined by name
select
    'price' as table_name,
    keyed.row_no as row_no,
    'item_code' as column_name,
    keyed.item_code as cell,
    'twice' as fault,
from keyed_price as keyed
qualify row_number() over (partition by keyed.price_key order by keyed.row_no) > 1;

delete from incoming_price
where row_no in (
    select refused.row_no from quarantined as refused where refused.table_name = 'price'
);
