-- Money beside goods: expenses, budgets, claims, vouchers; conventions as in 0001_masters.sql.

-- A budget (预算) of an account, of a department or of all (−1), for a month.
create table budget (
    version_id bigint not null primary key,
    budget_id bigint not null,
    budget_code text not null,
    account text not null,
    department_id bigint not null,
    month_key bigint not null,
    amount bigint not null,
    is_active bigint not null
) without rowid;

-- Amounts of documents by account, as handed in; a reversal's are negative. side is empty but in
-- accounting vouchers. original is the line of an earlier document that it follows.
create table document_money (
    seq bigint not null,
    line_no bigint not null,
    side text not null,
    account text not null,
    party_id bigint not null,
    department_id bigint not null,
    amount bigint not null,
    tax_amount bigint not null,
    note text not null,
    original_seq bigint not null,
    original_line_no bigint not null,
    primary key (seq, line_no)
) without rowid;

-- A claim on the office of medical insurance (医保申报): what it asks by fund, for a month and scheme.
create table insurance_claim (
    seq bigint not null,
    line_no bigint not null,
    month_key bigint not null,
    scheme text not null,
    fund text not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

-- What expenses used of an account in a month, by department; −1 is what no department bears.
create table state_budget (
    account text not null,
    department_id bigint not null,
    month_key bigint not null,
    amount bigint not null,
    primary key (account, department_id, month_key)
) without rowid;
