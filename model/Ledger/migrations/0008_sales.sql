-- Sales around orders: reserving, delivering, vouchers, prices by customer; conventions as in
-- 0001_masters.sql.

-- What a document around orders says beside its lines; only where it says any of it. Days are
-- yyyymmdd, −1 where open; owner_id is the supplier whose consigned goods were sold.
create table sales_detail (
    seq bigint not null primary key,
    valid_until bigint not null,
    is_reserving bigint not null,
    reserves_until bigint not null,
    vehicle_no text not null,
    route text not null,
    commission_amount bigint not null,
    commission_tax bigint not null,
    owner_id bigint not null
) without rowid;

-- Vouchers (代金券) a line sells, redeems or gives up: both ends are among them.
create table voucher_range (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    series text not null,
    from_no bigint not null,
    to_no bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Why a posted order or a draft was ended; document_seq is −1 for a draft.
create table termination (
    seq bigint not null primary key,
    document_seq bigint not null,
    reason_id bigint not null
) without rowid;

-- Prices agreed with a customer, tax included, per unit from a day on.
create table customer_price (
    seq bigint not null,
    line_no bigint not null,
    party_id bigint not null,
    item_id bigint not null,
    unit text not null,
    unit_price bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What was delivered to a party, and what it paid last.
create index document_party on document (party_id, business_at) where party_id >= 0;

-- Goods reserved (占用) for the lines of posted orders: what of each is not delivered yet;
-- reserves_until −1 where open. Absent = nothing.
create table state_reserved (
    item_id bigint not null,
    depot_id bigint not null,
    seq bigint not null,
    line_no bigint not null,
    reserves_until bigint not null,
    qty bigint not null,
    primary key (item_id, depot_id, seq, line_no)
) without rowid;

-- Lines of deliveries that were signed for, by the line that did; cost is what left 1406 with it,
-- adjustments included.
create table state_signed (
    seq bigint not null,
    line_no bigint not null,
    receipt_seq bigint not null,
    receipt_line_no bigint not null,
    qty bigint not null,
    cost bigint not null,
    primary key (seq, line_no, receipt_seq, receipt_line_no)
) without rowid;

-- Vouchers sold, by the line that sold them; used_seq is what redeemed one or gave it up, −1 while
-- it is open.
create table state_voucher (
    series text not null,
    voucher_no bigint not null,
    seq bigint not null,
    line_no bigint not null,
    used_seq bigint not null,
    primary key (series, voucher_no)
) without rowid;

-- The last price (物价跟踪) of a party, item and unit in order of business time: amount, tax
-- included, of qty units.
create table state_last_price (
    party_id bigint not null,
    item_id bigint not null,
    unit text not null,
    business_at bigint not null,
    seq bigint not null,
    line_no bigint not null,
    amount bigint not null,
    qty bigint not null,
    primary key (party_id, item_id, unit)
) without rowid;

create table state_customer_price (
    party_id bigint not null,
    item_id bigint not null,
    unit text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    unit_price bigint not null,
    seq bigint not null,
    primary key (party_id, item_id, unit, valid_from)
) without rowid;

insert into state_last_price (
    party_id, item_id, unit, business_at, seq, line_no, amount, qty
)
select party_id, item_id, entered_unit, business_at, seq, line_no, amount, entered_qty
from (
    select
        document.party_id,
        line.item_id,
        line.entered_unit,
        document.business_at,
        line.seq,
        line.line_no,
        line.net_amount + line.tax_amount as amount,
        line.entered_qty,
        row_number() over (
            partition by document.party_id, line.item_id, line.entered_unit
            order by document.business_at desc, line.seq desc, line.line_no desc
        ) as place
    from document
    inner join document_line as line on line.seq = document.seq
    inner join state_document on state_document.document_key = document.document_key
    where
        document.party_id >= 0
        and document.is_reversal = 0
        and document.kind = 'sale'
        and line.qty > 0
        and line.purpose = ''
        and state_document.status = 'posted'
) as priced
where place = 1;
