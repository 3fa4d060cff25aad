-- The book. Entry tables are only ever added to; head, party_private and the state_ tables are the
-- only ones changed. All columns are bigint or text, so that one file serves SQLite and PostgreSQL:
-- amounts, quantities and values are ×10⁴, prices, unit costs, rates and unit factors ×10⁶ (tax
-- rates ×10⁴), instants are Unix milliseconds UTC, dates are yyyymmdd, flags are 0 or 1. −1 stands
-- for "none"; nothing is null outside party_private.

-- The end of the chain: one row, locked first by every writer. book is a random id, drawn with the
-- first entry; the chain begins with it.
create table head (
    id bigint not null primary key,
    book text not null,
    seq bigint not null,
    hash text not null
);

-- One row per seq: what it is, who handed it in, when it was recorded, and the hash over the entry
-- before and its own rows.
create table entry (
    seq bigint not null primary key,
    kind text not null,
    actor text not null,
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

-- A company in law. The input tax of a small-scale taxpayer (小规模纳税人) is part of the cost.
create table legal_entity (
    version_id bigint not null primary key,
    legal_entity_id bigint not null,
    legal_entity_code text not null,
    legal_entity_name text not null,
    taxpayer_type text not null,
    tax_no text not null,
    is_active bigint not null
) without rowid;

-- How the items of a class are costed: moving_average, fifo, batch or period_average; in one pool a
-- depot, or in one for the company.
create table cost_class (
    version_id bigint not null primary key,
    cost_class_id bigint not null,
    cost_class_code text not null,
    cost_class_name text not null,
    method text not null,
    is_company_wide bigint not null
) without rowid;

create table item (
    version_id bigint not null primary key,
    item_id bigint not null,
    item_code text not null,
    item_name text not null,
    generic_name text not null,
    category_id bigint not null,
    cost_class_id bigint not null,
    specification text not null,
    dosage_form text not null,
    maker text not null,
    brand text not null,
    approval_code text not null,
    insurance_code text not null,
    prescription_class text not null,
    days_per_pack bigint not null,
    shelf_life_days bigint not null,
    is_batch_tracked bigint not null,
    is_traced bigint not null,
    weight bigint not null,
    base_unit text not null,
    pack_unit text not null,
    pack_factor bigint not null,
    tax_rate bigint not null,
    is_active bigint not null
) without rowid;

-- Further units of an item version: one holds unit_factor base units.
create table item_unit (
    version_id bigint not null,
    line_no bigint not null,
    unit text not null,
    unit_factor bigint not null,
    barcode text not null,
    primary key (version_id, line_no)
) without rowid;

-- A party (往来单位) may be customer, supplier or both. Its name and other personal fields stand in
-- party_private; private_digest binds them to the chain by a salted hash, so that they can be
-- erased and the chain still holds. settlement_party_id is who pays for it, −1 itself.
create table party (
    version_id bigint not null primary key,
    party_id bigint not null,
    party_code text not null,
    is_customer bigint not null,
    is_supplier bigint not null,
    party_class text not null,
    region text not null,
    settlement_party_id bigint not null,
    term_kind text not null,
    term_days bigint not null,
    price_list_id bigint not null,
    employee_id bigint not null,
    licence_no text not null,
    licence_valid_to bigint not null,
    tax_no text not null,
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

-- An erasure of the personal fields of all versions of a party so far. reason holds nothing
-- personal.
create table party_erasure (
    seq bigint not null primary key,
    party_id bigint not null,
    reason text not null
) without rowid;

-- A place that sells (store 门店) or only holds stock (depot 仓库). floor_area is in m² ×10⁴.
create table store (
    version_id bigint not null primary key,
    store_id bigint not null,
    store_code text not null,
    store_name text not null,
    store_kind text not null,
    legal_entity_id bigint not null,
    department_id bigint not null,
    region text not null,
    floor_area bigint not null,
    opened_on bigint not null,
    closed_on bigint not null,
    may_go_negative bigint not null,
    needs_pick_reason bigint not null
) without rowid;

-- A bin (货位) in an area (货区) of a depot; its code is depot/area/bin.
create table bin (
    version_id bigint not null primary key,
    bin_id bigint not null,
    bin_code text not null,
    depot_id bigint not null,
    area_code text not null,
    bin_no text not null,
    bin_name text not null,
    is_locked bigint not null,
    is_active bigint not null
) without rowid;

create table employee (
    version_id bigint not null primary key,
    employee_id bigint not null,
    employee_code text not null,
    employee_name text not null,
    store_id bigint not null,
    department_id bigint not null,
    post text not null,
    is_active bigint not null
) without rowid;

-- A value of a list: project, channel, department, reason.
create table list_value (
    version_id bigint not null primary key,
    list_value_id bigint not null,
    list_name text not null,
    value_code text not null,
    value_name text not null,
    parent_id bigint not null,
    is_active bigint not null
) without rowid;

-- Chart of accounts (会计科目). The accounts documents book on exist without a row.
create table account (
    version_id bigint not null primary key,
    account_id bigint not null,
    account_code text not null,
    account_name text not null,
    account_kind text not null,
    parent_code text not null,
    is_active bigint not null
) without rowid;

create table price_list (
    version_id bigint not null primary key,
    price_list_id bigint not null,
    price_list_code text not null,
    price_list_name text not null,
    includes_tax bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    is_active bigint not null
) without rowid;

-- Prices of a list from a day on, for quantities from min_qty (in the unit) up.
create table price (
    seq bigint not null,
    line_no bigint not null,
    price_list_id bigint not null,
    item_id bigint not null,
    unit text not null,
    min_qty bigint not null,
    unit_price bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    primary key (seq, line_no)
) without rowid;

create table promotion (
    version_id bigint not null primary key,
    promotion_id bigint not null,
    promotion_code text not null,
    promotion_name text not null,
    promotion_kind text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    unit_price bigint not null,
    discount_rate bigint not null,
    buy_qty bigint not null,
    get_qty bigint not null,
    is_active bigint not null
) without rowid;

-- What a promotion version holds for: stores, items, categories, party classes; none = all.
create table promotion_scope (
    version_id bigint not null,
    line_no bigint not null,
    scope_kind text not null,
    scope_id bigint not null,
    scope_text text not null,
    primary key (version_id, line_no)
) without rowid;

-- A target (目标) with its floor (底线) and stretch (挑战), by month and measure.
create table target (
    version_id bigint not null primary key,
    target_id bigint not null,
    target_code text not null,
    scope_kind text not null,
    scope_id bigint not null,
    measure text not null,
    month_key bigint not null,
    floor_amount bigint not null,
    target_amount bigint not null,
    stretch_amount bigint not null
) without rowid;

-- A limit: of credit (amount, days) by party, employee or department; of stock (least, most) by
-- item and depot.
create table limit_rule (
    version_id bigint not null primary key,
    limit_rule_id bigint not null,
    limit_rule_code text not null,
    limit_kind text not null,
    scope_kind text not null,
    scope_id bigint not null,
    item_id bigint not null,
    min_qty bigint not null,
    max_qty bigint not null,
    amount bigint not null,
    days bigint not null,
    is_active bigint not null
) without rowid;

-- Management cost (考核成本) of an item or a category from a day to a day: cost × (1 + markup_rate)
-- + fixed_cost a base unit. Never in the books.
create table management_cost (
    version_id bigint not null primary key,
    management_cost_id bigint not null,
    management_cost_code text not null,
    item_id bigint not null,
    category_id bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    markup_rate bigint not null,
    fixed_cost bigint not null,
    is_active bigint not null
) without rowid;

-- Which documents need how many approvals by others than who handed them in.
create table approval_rule (
    version_id bigint not null primary key,
    approval_rule_id bigint not null,
    approval_rule_code text not null,
    document_kind text not null,
    trigger_kind text not null,
    threshold bigint not null,
    approvals_needed bigint not null,
    is_active bigint not null
) without rowid;

-- A custom field: what it stands on (item, party, store, document or document_line), its type and
-- its labels.
create table custom_field (
    version_id bigint not null primary key,
    custom_field_id bigint not null,
    custom_field_code text not null,
    applies_to text not null,
    field_name text not null,
    label_zh text not null,
    label_en text not null,
    field_type text not null,
    choices text not null,
    is_required bigint not null,
    is_active bigint not null
) without rowid;

-- Custom fields of a master version.
create table master_field (
    version_id bigint not null,
    line_no bigint not null,
    field_name text not null,
    field_value text not null,
    primary key (version_id, line_no)
) without rowid;
