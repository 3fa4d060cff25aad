-- Rows of the Ledger's trace_code.
create temp table staging_trace_code (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    item_id bigint not null,
    batch_id bigint not null,
    location bigint not null,
    code varchar not null,
);
