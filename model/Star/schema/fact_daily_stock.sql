-- One row per item, depot and range of days in which nothing changed: the day it begins with has
-- what came in and went out, each day of it closes with the same. Stock at the end of a day is the
-- row with from_date <= day <= to_date; the last one's to_date is 9999-12-31. A reversal takes off
-- the side it takes back; goods that change bins neither come nor go. store_id is the depot's.
-- Sorted by depot_id, item_id, from_date.
create table fact_daily_stock (
    depot_id bigint not null,
    store_id bigint not null,
    item_id bigint not null,
    from_date date not null,
    to_date date not null,
    opening_qty decimal(18, 4) not null,
    in_qty decimal(18, 4) not null,
    out_qty decimal(18, 4) not null,
    closing_qty decimal(18, 4) not null,
    opening_value_amount decimal(22, 4) not null,
    in_value_amount decimal(22, 4) not null,
    out_value_amount decimal(22, 4) not null,
    revalued_amount decimal(22, 4) not null,
    closing_value_amount decimal(22, 4) not null,
);
