-- Rows of the Ledger's document_line.
create temp table staging_document_line (
    seq bigint not null,
    line_no bigint not null,
    item_version_id bigint not null,
    item_id bigint not null,
    entered_unit varchar not null,
    unit_factor bigint not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_amount bigint not null,
    discount_amount bigint not null,
    cost_amount bigint not null,
    is_cost_unknown bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
);
