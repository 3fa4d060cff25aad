-- Lines of what was ended with the rest undone.
create temp table staging_ended_line (
    seq bigint not null,
    local_at bigint not null,
    order_seq bigint not null,
    order_line_no bigint not null,
    reason_code varchar not null,
);
