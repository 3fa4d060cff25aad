-- One row per version of a target (目标) of a month, whoever it is set for: scope_kind says of what
-- scope_id is the id. Only current versions may be summed, and of one measure and kind of scope.
-- Sorted by target_key.
create table fact_target (
    target_key bigint not null,
    target_id bigint not null,
    target_code varchar not null,
    scope_kind varchar not null,
    scope_id bigint not null,
    store_id bigint not null,
    employee_id bigint not null,
    party_id bigint not null,
    measure varchar not null,
    month_key integer not null,
    period_date date not null,
    is_current boolean not null,
    floor_amount decimal(18, 4) not null,
    target_amount decimal(18, 4) not null,
    stretch_amount decimal(18, 4) not null,
);
