-- Rows of the Ledger's stock_movement.
create temp table staging_stock_movement (
    seq bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    depot_id bigint not null,
    counter_location bigint not null,
    document_line_no bigint not null,
    batch_id bigint not null,
    bin_id bigint not null,
    cost_basis bigint not null,
    source_seq bigint not null,
    source_line_no bigint not null,
    business_at bigint not null,
    business_date bigint not null,
    qty bigint not null,
    value bigint not null,
);

-- Where goods come from or go to when that is no depot.
create temp view staging_location as
select
    location.number as number,
    location.location as location,
from (
    values
        (-1, 'none'),
        (-2, 'supplier'),
        (-3, 'customer'),
        (-4, 'loss'),
        (-5, 'transit'),
        (-6, 'assembly'),
        (-7, 'opening'),
        (-8, 'lent'),
        (-9, 'borrowed'),
        (-10, 'internal_use'),
        (-11, 'other'),
        (-12, 'priced_transfer'),
        (-13, 'bin'),
        (-14, 'transfer'),
        (-21, 'dispatched'),
        (-22, 'sample'),
        (-23, 'prize')
) as location (number, location);
