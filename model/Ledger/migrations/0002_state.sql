-- State: what the entries add up to, kept for look-up. verify rebuilds every table here from the
-- entries.

create table state_master (
    kind text not null,
    code text not null,
    id bigint not null,
    version_id bigint not null,
    primary key (kind, code)
) without rowid;

create table state_document_key (
    document_key text not null primary key,
    seq bigint not null,
    content_digest text not null
) without rowid;

create table state_document_no (
    kind text not null,
    document_no text not null,
    seq bigint not null,
    primary key (kind, document_no)
) without rowid;

-- One row per cost pool (item, depot). last_cost is ×10⁶, −1 where none is known; last_business_at
-- the latest movement's.
create table state_stock (
    item_id bigint not null,
    depot_id bigint not null,
    qty bigint not null,
    value bigint not null,
    last_cost bigint not null,
    last_business_at bigint not null,
    primary key (item_id, depot_id)
) without rowid;

-- Issues that no receipt has covered yet, oldest first; value is what they were issued at.
-- Neighbouring issues with an explicit cost are one row: they are never adjusted.
create table state_uncovered (
    item_id bigint not null,
    depot_id bigint not null,
    seq bigint not null,
    line_no bigint not null,
    store_id bigint not null,
    business_at bigint not null,
    business_date bigint not null,
    qty bigint not null,
    value bigint not null,
    is_cost_explicit bigint not null,
    primary key (item_id, depot_id, seq, line_no)
) without rowid;

-- What later entries did to a sale line: returned, and adjusted in cost. Absent = nothing yet.
create table state_sale_line (
    seq bigint not null,
    line_no bigint not null,
    returned_qty bigint not null,
    returned_cost bigint not null,
    adjusted_cost bigint not null,
    primary key (seq, line_no)
) without rowid;

create table state_balance (
    account text not null,
    party_id bigint not null,
    amount bigint not null,
    primary key (account, party_id)
) without rowid;

create table state_control (
    block bigint not null,
    month_key bigint not null,
    measure text not null,
    total bigint not null,
    primary key (block, month_key, measure)
) without rowid;

insert into head (id, seq, hash) values (1, 0, '');
