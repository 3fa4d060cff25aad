-- What a mapping gives of targets (目标) of a month, yyyymm: for the company, or for a store, an
-- employee, a category or a party by its code. Not null: needed; the others may be left out.
create temp table incoming_target (
    row_no bigint not null,
    scope varchar not null,
    scope_code varchar,
    measure varchar not null,
    month_key bigint not null,
    target_amount decimal(18, 4) not null,
    floor_amount decimal(18, 4),
    stretch_amount decimal(18, 4),
);
