-- The book. Entry tables are only ever added to; head, party_private and the state_ tables are the
-- only ones changed. All columns are bigint or text, so that one file serves SQLite and PostgreSQL:
-- amounts, quantities and values are ×10⁴, prices, unit costs and unit factors ×10⁶, instants are
-- Unix milliseconds UTC, dates are yyyymmdd, flags are 0 or 1. −1 stands for "none"; nothing is
-- null outside party_private.

-- The end of the chain: one row, locked first by every writer.
create table head (
    id bigint not null primary key,
    seq bigint not null,
    hash text not null
);

-- One row per seq: what it is, when it was recorded, and the hash over the entry before and its own
-- rows.
create table entry (
    seq bigint not null primary key,
    kind text not null,
    recorded_at bigint not null,
    hash text not null
) without rowid;

-- Masters: one row per version; version_id is the version's seq, <thing>_id the seq of its first
-- version.
create table category (
    version_id bigint not null primary key,
    category_id bigint not null,
    category_code text not null,
    category_name text not null,
    parent_id bigint not null
) without rowid;

create table item (
    version_id bigint not null primary key,
    item_id bigint not null,
    item_code text not null,
    item_name text not null,
    category_id bigint not null,
    specification text not null,
    maker text not null,
    base_unit text not null,
    pack_unit text not null,
    pack_factor bigint not null,
    tax_rate bigint not null,
    is_active bigint not null
) without rowid;

-- A party (往来单位) may be customer, supplier or both. Its name and other personal fields stand in
-- party_private; private_digest binds them to the chain by a salted hash, so that they can be
-- erased and the chain still holds.
create table party (
    version_id bigint not null primary key,
    party_id bigint not null,
    party_code text not null,
    is_customer bigint not null,
    is_supplier bigint not null,
    party_class text not null,
    region text not null,
    is_active bigint not null,
    private_digest text not null
) without rowid;

create table party_private (
    version_id bigint not null primary key,
    party_name text,
    phone text,
    address text,
    salt text
) without rowid;

-- A place that sells (store 门店) or only holds stock (depot 仓库).
create table store (
    version_id bigint not null primary key,
    store_id bigint not null,
    store_code text not null,
    store_name text not null,
    store_kind text not null,
    region text not null,
    opened_on bigint not null,
    closed_on bigint not null,
    may_go_negative bigint not null
) without rowid;

create table employee (
    version_id bigint not null primary key,
    employee_id bigint not null,
    employee_code text not null,
    employee_name text not null,
    store_id bigint not null,
    is_active bigint not null
) without rowid;

-- Closing a period: no document may bear a business date up to and including closed_to.
create table period_close (
    seq bigint not null primary key,
    closed_to bigint not null
) without rowid;

-- Documents. Amounts are signed as they count: a return's are negative.
create table document (
    seq bigint not null primary key,
    kind text not null,
    document_no text not null,
    document_key text not null,
    content_digest text not null,
    source text not null,
    business_at bigint not null,
    business_date bigint not null,
    business_minute bigint not null,
    store_version_id bigint not null,
    store_id bigint not null,
    depot_id bigint not null,
    party_version_id bigint not null,
    party_id bigint not null,
    employee_version_id bigint not null,
    employee_id bigint not null,
    ship_to_country text not null,
    ship_to_region text not null,
    ship_to_province text not null,
    ship_to_city text not null,
    tender text not null,
    original_seq bigint not null,
    is_backdated bigint not null
) without rowid;

-- The document's lines. qty is in the item's base unit; entered_qty × unit_factor = qty. Prices are
-- derived, not stored.
create table document_line (
    seq bigint not null,
    line_no bigint not null,
    item_version_id bigint not null,
    item_id bigint not null,
    entered_unit text not null,
    entered_qty bigint not null,
    unit_factor bigint not null,
    qty bigint not null,
    net_amount bigint not null,
    tax_rate bigint not null,
    tax_amount bigint not null,
    discount_amount bigint not null,
    cost_amount bigint not null,
    is_cost_explicit bigint not null,
    is_cost_unknown bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    primary key (seq, line_no)
) without rowid;

-- A later correction of a line's cost: quantity 0, booked on the line's own business date while
-- that period is open. seq is the entry that caused it. cost_amount is signed as the line's own
-- cost is.
create table cost_adjustment (
    seq bigint not null,
    line_no bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    business_date bigint not null,
    cost_amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Stock moves between a depot and a counter-location (supplier, customer, …: negative codes,
-- Location.cs). qty and value count from the depot's side; the counter-location gets their
-- negatives, so both are conserved.
create table stock_movement (
    seq bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    depot_id bigint not null,
    counter_location bigint not null,
    document_line_no bigint not null,
    business_at bigint not null,
    business_date bigint not null,
    qty bigint not null,
    value bigint not null,
    primary key (seq, line_no)
) without rowid;

create index stock_movement_pool on stock_movement (item_id, depot_id, business_at);

-- Money moves from the credited to the debited account: one row, so debits equal credits.
create table money_movement (
    seq bigint not null,
    line_no bigint not null,
    debit_account text not null,
    credit_account text not null,
    store_id bigint not null,
    party_id bigint not null,
    business_date bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Control totals of a whole block of seq, entered in the chain when the block is full.
create table control_total (
    seq bigint not null,
    line_no bigint not null,
    block bigint not null,
    month_key bigint not null,
    measure text not null,
    total bigint not null,
    primary key (seq, line_no)
) without rowid;
