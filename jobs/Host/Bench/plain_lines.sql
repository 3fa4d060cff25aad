create temp table plain_lines (
    seq bigint,
    line_no bigint,
    item_version_id bigint,
    item_id bigint,
    qty bigint,
    net_amount bigint,
    tax_amount bigint,
    discount_amount bigint,
    cost_amount bigint
);
