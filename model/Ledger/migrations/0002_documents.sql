-- Periods, drafts, documents and their lines; conventions as in 0001_masters.sql.

-- Closing a period: no document may bear a business date up to and including closed_to.
create table period_close (
    seq bigint not null primary key,
    closed_to bigint not null
) without rowid;

-- A document not yet posted: as it was handed in, as JSON, and the rules that hold it back.
create table draft (
    seq bigint not null primary key,
    document_key text not null,
    kind text not null,
    document_no text not null,
    content text not null,
    content_digest text not null,
    approval_rules text not null
) without rowid;

-- Every step of a document's life: draft, awaiting, posted, reversed, terminated.
create table status_change (
    seq bigint not null,
    line_no bigint not null,
    document_key text not null,
    status_before text not null,
    status_after text not null,
    note text not null,
    primary key (seq, line_no)
) without rowid;

-- Documents. Amounts are signed as they count: a return's are negative. A reversal (红冲) is a
-- document of its original's kind with every sign turned.
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
    legal_entity_id bigint not null,
    store_version_id bigint not null,
    store_id bigint not null,
    depot_id bigint not null,
    to_depot_id bigint not null,
    party_version_id bigint not null,
    party_id bigint not null,
    settlement_party_id bigint not null,
    employee_version_id bigint not null,
    employee_id bigint not null,
    project_id bigint not null,
    channel_id bigint not null,
    reason_id bigint not null,
    ship_to_country text not null,
    ship_to_region text not null,
    ship_to_province text not null,
    ship_to_city text not null,
    tender text not null,
    till_code text not null,
    shift_no text not null,
    expected_on bigint not null,
    note text not null,
    original_seq bigint not null,
    is_reversal bigint not null,
    is_backdated bigint not null
) without rowid;

-- Employees of a document by role, with their share of it (×10⁶).
create table document_employee (
    seq bigint not null,
    line_no bigint not null,
    role text not null,
    employee_version_id bigint not null,
    employee_id bigint not null,
    share bigint not null,
    primary key (seq, line_no)
) without rowid;

-- Custom fields of a document; document_line_no 0 = of the whole document.
create table document_field (
    seq bigint not null,
    line_no bigint not null,
    document_line_no bigint not null,
    field_name text not null,
    field_value text not null,
    primary key (seq, line_no)
) without rowid;

-- Attachments, by the SHA-256 of their bytes.
create table document_attachment (
    seq bigint not null,
    line_no bigint not null,
    sha256 text not null,
    file_name text not null,
    media_type text not null,
    byte_count bigint not null,
    primary key (seq, line_no)
) without rowid;

-- The document's lines. purpose is empty for goods bought or sold; original is the line it takes
-- back or follows; list_amount has tax in it. qty is in the item's base unit; entered_qty ×
-- unit_factor = qty. Prices are derived, not stored. management_cost_id is the version it was
-- reckoned by.
create table document_line (
    seq bigint not null,
    line_no bigint not null,
    item_version_id bigint not null,
    item_id bigint not null,
    purpose text not null,
    promotion_id bigint not null,
    entered_unit text not null,
    entered_qty bigint not null,
    unit_factor bigint not null,
    qty bigint not null,
    list_amount bigint not null,
    net_amount bigint not null,
    tax_rate bigint not null,
    tax_amount bigint not null,
    discount_amount bigint not null,
    cost_amount bigint not null,
    management_cost_id bigint not null,
    management_cost_amount bigint not null,
    is_cost_explicit bigint not null,
    is_cost_unknown bigint not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    primary key (seq, line_no)
) without rowid;

-- A later correction of a movement's cost, booked on its document's business date while that period
-- is open. seq is the entry that caused it, kind the adjusted document's. cost_amount is signed as
-- the line's own cost is; of a transfer there is one for each end.
create table cost_adjustment (
    seq bigint not null,
    line_no bigint not null,
    kind text not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    original_movement_no bigint not null,
    business_date bigint not null,
    cost_amount bigint not null,
    management_cost_amount bigint not null,
    primary key (seq, line_no)
) without rowid;
