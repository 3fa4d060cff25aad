-- Means of payment, what a ticket was settled with, and the closing of a store's day; conventions
-- as in 0001_masters.sql.

-- Means of payment (支付方式). party_id is who then owes us: an insurance office, a platform. With
-- is_discount 1 it lowers the sale and settles nothing. fee_rate is what a platform keeps.
create table tender (
    version_id bigint not null primary key,
    tender_id bigint not null,
    tender_code text not null,
    tender_name text not null,
    tender_kind text not null,
    account_code text not null,
    party_id bigint not null,
    is_discount bigint not null,
    fee_rate bigint not null,
    is_active bigint not null
) without rowid;

-- What a document was settled with. amount is signed as the document counts, change taken off;
-- change_amount is what was given back of it. party_id is who owes it; reference the settlement's
-- id of an insurance, visit_no the visit's, scheme the insurance (险种). points are what it cost.
create table document_tender (
    seq bigint not null,
    line_no bigint not null,
    tender_version_id bigint not null,
    tender_id bigint not null,
    party_id bigint not null,
    reference text not null,
    visit_no text not null,
    scheme text not null,
    coupon_code text not null,
    points bigint not null,
    change_amount bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What a ticket says to the medical insurance; persons insured are not named.
create table document_insurance (
    seq bigint not null primary key,
    settlement_id text not null,
    visit_no text not null,
    settlement_type text not null,
    fee_settlement_type text not null,
    prescription_no text not null,
    prescriber_name text not null,
    prescriber_certificate_no text not null,
    pharmacist_name text not null,
    pharmacist_licence_no text not null
) without rowid;

-- What was counted of a tender in a shift at a till, and what the day's tickets said: of a day's
-- closing or a shift's handing over. A reversal turns both signs.
create table till_count (
    seq bigint not null,
    line_no bigint not null,
    shift_no text not null,
    till_code text not null,
    tender_id bigint not null,
    expected_amount bigint not null,
    counted_amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What the tickets of a store's day were settled with.
create table state_tender_day (
    store_id bigint not null,
    business_date bigint not null,
    shift_no text not null,
    till_code text not null,
    tender_id bigint not null,
    amount bigint not null,
    primary key (store_id, business_date, shift_no, till_code, tender_id)
) without rowid;

-- Days of stores that are closed, and the document that did so; seq −1 where it was reversed.
create table state_day_close (
    store_id bigint not null,
    business_date bigint not null,
    seq bigint not null,
    primary key (store_id, business_date)
) without rowid;
