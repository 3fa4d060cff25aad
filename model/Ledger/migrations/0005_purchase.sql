-- Purchase: quotes, inspections, estimates, requests to pay; conventions as in 0001_masters.sql.

-- What suppliers quoted (报价) for the lines of an inquiry, for the line's whole quantity, without
-- tax; valid_to −1 where not stated.
create table supplier_quote (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    party_id bigint not null,
    net_amount bigint not null,
    valid_to bigint not null,
    delivery_days bigint not null,
    note text not null,
    primary key (seq, line_no)
) without rowid;

-- The quote that a line of a comparison (比价) chose, and the cheapest of its inquiry then.
create table quote_choice (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    party_id bigint not null,
    quote_seq bigint not null,
    quote_line_no bigint not null,
    cheapest_line_no bigint not null,
    reason text not null,
    primary key (seq, line_no)
) without rowid;

-- What was rejected (拒收) of a line of goods that arrived, in the base unit: its document line
-- counts the accepted alone.
create table arrival_rejection (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    qty bigint not null,
    reason text not null,
    primary key (seq, line_no)
) without rowid;

-- What is owed for goods received before their invoice (暂估), by line of the receipt: added by the
-- receipt, taken off by invoices and returns.
create table accrual_line (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    of_seq bigint not null,
    of_line_no bigint not null,
    qty bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

create index accrual_line_of on accrual_line (of_seq, of_line_no);

-- Open items that a payment request (请付款单) wants paid.
create table payment_request (
    seq bigint not null,
    line_no bigint not null,
    item_seq bigint not null,
    item_line_no bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What a payment paid after the lines of a request.
create table request_payment (
    seq bigint not null,
    line_no bigint not null,
    of_seq bigint not null,
    of_line_no bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What is still estimated of a receipt's line.
create table state_accrual (
    seq bigint not null,
    line_no bigint not null,
    qty bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What was paid after a line of a payment request.
create table state_request_paid (
    seq bigint not null,
    line_no bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Purchase prices (采购价): the lines with a price of receipts that stand.
create table state_purchase_price (
    item_id bigint not null,
    party_id bigint not null,
    business_at bigint not null,
    seq bigint not null,
    line_no bigint not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_amount bigint not null,
    primary key (item_id, party_id, business_at, seq, line_no)
) without rowid;

create index state_purchase_price_item on state_purchase_price (item_id, business_at);
