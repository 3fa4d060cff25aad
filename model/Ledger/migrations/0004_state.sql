-- State: what the entries add up to, kept for look-up. verify rebuilds every table here from the
-- entries.

create table state_master (
    kind text not null,
    code text not null,
    id bigint not null,
    version_id bigint not null,
    primary key (kind, code)
) without rowid;

-- Where each document stands: seq is its posted entry, draft_seq its last draft, −1 where none;
-- actor handed it in last; approvals counts those since.
create table state_document (
    document_key text not null primary key,
    kind text not null,
    document_no text not null,
    status text not null,
    seq bigint not null,
    draft_seq bigint not null,
    content_digest text not null,
    actor text not null,
    approvals text not null
) without rowid;

create table state_document_no (
    kind text not null,
    document_no text not null,
    document_key text not null,
    seq bigint not null,
    primary key (kind, document_no)
) without rowid;

-- Posted documents that were reversed at their own moment, and their reversals: costing leaves both
-- out.
create table state_reversed (
    seq bigint not null primary key
) without rowid;

-- One row per cost pool: item and depot, depot −1 for a company-wide pool, batch −1 unless cost
-- goes by batch. last_cost is ×10⁶, −1 where none is known. last_order is the latest movement's
-- order among those of last_business_at (OrderKey.cs); moves counts the movements.
create table state_pool (
    item_id bigint not null,
    depot_id bigint not null,
    batch_id bigint not null,
    qty bigint not null,
    value bigint not null,
    last_cost bigint not null,
    last_business_at bigint not null,
    last_order text not null,
    moves bigint not null,
    primary key (item_id, depot_id, batch_id)
) without rowid;

-- What a pool keeps in order of time: issues that no receipt has covered yet (is_layer 0) or layers
-- that no issue has used up yet (is_layer 1); value is what they were issued or received at.
create table state_pool_queue (
    item_id bigint not null,
    depot_id bigint not null,
    batch_id bigint not null,
    place bigint not null,
    is_layer bigint not null,
    seq bigint not null,
    line_no bigint not null,
    qty bigint not null,
    value bigint not null,
    effective bigint not null,
    is_cost_explicit bigint not null,
    primary key (item_id, depot_id, batch_id, place)
) without rowid;

-- A pool as it stood before its movements of business_at and later, so that costing again need not
-- start at the beginning. Any of them may be missing.
create table state_pool_checkpoint (
    item_id bigint not null,
    depot_id bigint not null,
    batch_id bigint not null,
    business_at bigint not null,
    pool text not null,
    primary key (item_id, depot_id, batch_id, business_at)
) without rowid;

-- Physical stock, where the pool does not say it: by depot, batch and bin. The row without batch
-- and bin holds what moved without either, from where it is first known, and stands at zero too;
-- other rows go at zero. Of an item neither kept by batch nor in a company-wide pool only what
-- moved with a bin is here.
create table state_stock (
    item_id bigint not null,
    depot_id bigint not null,
    expires_on bigint not null,
    batch_id bigint not null,
    bin_id bigint not null,
    qty bigint not null,
    primary key (item_id, depot_id, expires_on, batch_id, bin_id)
) without rowid;

create table state_batch (
    item_id bigint not null,
    batch_no text not null,
    lot_no text not null,
    batch_id bigint not null,
    produced_on bigint not null,
    expires_on bigint not null,
    expiry_precision text not null,
    primary key (item_id, batch_no, lot_no)
) without rowid;

create table state_trace_code (
    code text not null primary key,
    item_id bigint not null,
    batch_id bigint not null,
    location bigint not null,
    seq bigint not null
) without rowid;

create table state_freeze (
    item_id bigint not null,
    batch_id bigint not null,
    depot_id bigint not null,
    seq bigint not null,
    primary key (item_id, batch_id, depot_id)
) without rowid;

-- What later entries did to a movement: adjusted its cost; whether it ever went out before its
-- goods came in; what revaluations of it add to it. Absent = nothing yet.
create table state_movement (
    seq bigint not null,
    line_no bigint not null,
    adjusted_cost bigint not null,
    was_uncovered bigint not null,
    revalued bigint not null,
    primary key (seq, line_no)
) without rowid;

-- The movements that took a movement back, whole or in part; with quantity 0 those that revalue it.
create table state_taken_back (
    source_seq bigint not null,
    source_line_no bigint not null,
    seq bigint not null,
    line_no bigint not null,
    qty bigint not null,
    primary key (source_seq, source_line_no, seq, line_no)
) without rowid;

-- How much of a posted line was followed (delivered, received, returned), by the kind of what
-- followed it: in the base unit, or as an amount where the lines are of money.
create table state_followed (
    seq bigint not null,
    line_no bigint not null,
    kind text not null,
    qty bigint not null,
    primary key (seq, line_no, kind)
) without rowid;

create table state_balance (
    account text not null,
    party_id bigint not null,
    amount bigint not null,
    primary key (account, party_id)
) without rowid;

-- Open items with something left: remaining has the sign of amount.
create table state_open_item (
    account text not null,
    party_id bigint not null,
    seq bigint not null,
    line_no bigint not null,
    due_date bigint not null,
    origin_date bigint not null,
    amount bigint not null,
    remaining bigint not null,
    primary key (account, party_id, seq, line_no)
) without rowid;

-- Open items that something had settled which was taken back, and the last day on which that
-- happened: earlier than that, what is left of them cannot be settled.
create table state_item_freed (
    seq bigint not null,
    line_no bigint not null,
    freed_on bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Entries whose allocations were taken back, and the entry that did so.
create table state_allocation_taken_back (
    seq bigint not null primary key,
    by_seq bigint not null
) without rowid;

create table state_price (
    price_list_id bigint not null,
    item_id bigint not null,
    unit text not null,
    min_qty bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    unit_price bigint not null,
    seq bigint not null,
    primary key (price_list_id, item_id, unit, min_qty, valid_from)
) without rowid;

create table state_control (
    block bigint not null,
    month_key bigint not null,
    measure text not null,
    total bigint not null,
    primary key (block, month_key, measure)
) without rowid;

insert into head (id, book, seq, hash) values (1, '', 0, '');

-- Movements as costing sees them: recorded is what the book says one is worth, adjustments
-- and revaluations included, without the sign of its direction.
create view cost_movement as
select
    movement.seq,
    movement.line_no,
    movement.item_id,
    movement.depot_id,
    movement.batch_id,
    movement.document_line_no,
    movement.cost_basis,
    movement.source_seq,
    movement.source_line_no,
    movement.business_at,
    movement.business_at / 86400000 as day,
    movement.business_date,
    movement.qty,
    document.kind,
    document.document_no,
    document.store_id,
    movement.counter_location,
    coalesce(worth.own_value, 0) + coalesce(later.revalued, 0) as own_value,
    coalesce(worth.share_from, 0) as share_from,
    coalesce(worth.share_to, 0) as share_to,
    coalesce(worth.share_of, 0) as share_of,
    case when movement.qty < 0 then -movement.value else movement.value end
        + coalesce(later.adjusted_cost, 0)
        + coalesce(later.revalued, 0) as recorded,
    case
        when exists (
            select 1
            from state_taken_back as taken
            where
                taken.source_seq = movement.seq
                and taken.source_line_no = movement.line_no
        ) then 1
        else 0
    end as is_taken_back,
    case
        when exists (
            select 1 from state_reversed as reversed where reversed.seq = movement.seq
        ) then 1
        else 0
    end as is_reversed
from stock_movement as movement
inner join document as document on document.seq = movement.seq
left join state_movement as later
    on later.seq = movement.seq and later.line_no = movement.line_no
left join movement_worth as worth
    on worth.seq = movement.seq and worth.line_no = movement.line_no
where movement.qty <> 0 or movement.cost_basis = 3;
