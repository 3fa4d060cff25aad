-- Rows of the Ledger's cost_adjustment.
create temp table staging_cost_adjustment (
    seq bigint not null,
    line_no bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    original_movement_no bigint not null,
    business_date bigint not null,
    cost_amount bigint not null,
);
