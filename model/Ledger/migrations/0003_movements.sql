-- What documents move: stock, money, open items; conventions as in 0001_masters.sql.

-- A batch (批号) of an item, where it was first received: line_no is the document line's, batch_id is
-- seq × 100,000 + line_no, one of a kind also in an entry with several batches. lot_no keeps
-- receipts of one batch apart where the caller wants that. expires_on is the last day of use.
create table batch (
    seq bigint not null,
    line_no bigint not null,
    batch_id bigint not null,
    item_id bigint not null,
    batch_no text not null,
    lot_no text not null,
    supplier_batch_no text not null,
    party_id bigint not null,
    produced_on bigint not null,
    expires_on bigint not null,
    expiry_precision text not null,
    primary key (seq, line_no)
) without rowid;

-- Stock moves between a depot and a counter-location (supplier, customer, …: negative codes,
-- Location.cs). qty and value count from the depot's side; the counter-location gets their
-- negatives, so both are conserved. cost_basis says what gave the value (CostBasis.cs); source is
-- the movement whose cost it takes over, or the receipt that a revaluation raises. A row of
-- quantity 0 is a revaluation or carries cost adjustments.
create table stock_movement (
    seq bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    depot_id bigint not null,
    counter_location bigint not null,
    document_line_no bigint not null,
    batch_id bigint not null,
    bin_id bigint not null,
    cost_basis bigint not null,
    source_seq bigint not null,
    source_line_no bigint not null,
    business_at bigint not null,
    business_date bigint not null,
    qty bigint not null,
    value bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Days first: what is posted touches the few pages of its own day, however large the book is. A
-- pool's past is read day by day (movement_day).
create index stock_movement_pool
on stock_movement ((business_at / 86400000), item_id, depot_id, business_at);

-- The days (UTC, since 1970) that have movements, found one after the other in the index.
create view movement_day as
with recursive days as (
    select min(business_at / 86400000) as day
    from stock_movement
    union all
    select (
        select min(later.business_at / 86400000)
        from stock_movement as later
        where later.business_at / 86400000 > days.day
    ) as day
    from days
    where days.day is not null
)

select days.day
from days
where days.day is not null;

-- What gives a revaluation, and goods made out of others, their worth: own_value is the amount of
-- the one, the fee of the other; goods made take of all that the entry's components went out at the
-- part from share_from to share_to of share_of.
create table movement_worth (
    seq bigint not null,
    line_no bigint not null,
    own_value bigint not null,
    share_from bigint not null,
    share_to bigint not null,
    share_of bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Trace codes (追溯码) a line moved, and where each was after it: a depot or a counter-location.
create table trace_code (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    item_id bigint not null,
    batch_id bigint not null,
    location bigint not null,
    code text not null,
    primary key (seq, line_no)
) without rowid;

create index trace_code_code on trace_code (code);

-- A pick that left a batch nearer its expiry behind.
create table pick_override (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    batch_id bigint not null,
    nearer_batch_id bigint not null,
    reason text not null,
    primary key (seq, line_no)
) without rowid;

-- Freezing stock, and freeing it again: of a batch, or of the whole item where batch_id is −1; in
-- one depot, or in all where depot_id is −1.
create table stock_freeze (
    seq bigint not null primary key,
    item_id bigint not null,
    batch_id bigint not null,
    depot_id bigint not null,
    is_frozen bigint not null,
    reason text not null
) without rowid;

-- Money moves from the credited to the debited account: one row, so debits equal credits.
-- is_adjustment marks what books the cost adjustments of the entry.
create table money_movement (
    seq bigint not null,
    line_no bigint not null,
    debit_account text not null,
    credit_account text not null,
    store_id bigint not null,
    debit_party_id bigint not null,
    credit_party_id bigint not null,
    business_date bigint not null,
    is_adjustment bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Open items (未清项): one for each account by party that an entry changes; amount is positive where
-- the account is debited. origin_date is what aging counts from.
create table open_item (
    seq bigint not null,
    line_no bigint not null,
    account text not null,
    party_id bigint not null,
    business_date bigint not null,
    due_date bigint not null,
    origin_date bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Allocation (核销) of a debit item to a credit item of the same account and party; negative where
-- an earlier one is taken back.
create table allocation (
    seq bigint not null,
    line_no bigint not null,
    allocation_kind text not null,
    account text not null,
    party_id bigint not null,
    debit_seq bigint not null,
    debit_line_no bigint not null,
    credit_seq bigint not null,
    credit_line_no bigint not null,
    business_date bigint not null,
    amount bigint not null,
    reverses_seq bigint not null,
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
