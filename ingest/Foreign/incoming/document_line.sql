-- What a mapping gives of lines of documents. Not null: needed; the others may be left out.
create temp table incoming_document_line (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    item_code varchar not null,
    qty decimal(18, 4) not null,
    net_amount decimal(18, 4) not null,
    tax_amount decimal(18, 4),
    discount_amount decimal(18, 4),
    cost_amount decimal(18, 4),
    tax_rate decimal(9, 4),
    unit varchar,
    unit_factor decimal(18, 6),
    original_id bigint,
    original_line_no bigint,
);
