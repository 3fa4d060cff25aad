-- Policies of rebates; conventions as in 0001_masters.sql.

-- By what is bought (side customer: of us; supplier: by us) in a period, of one party or each (−1).
create table rebate_policy (
    version_id bigint not null primary key,
    rebate_policy_id bigint not null,
    rebate_policy_code text not null,
    policy_name text not null,
    side text not null,
    party_id bigint not null,
    basis text not null,
    period text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    is_progressive bigint not null,
    account text not null,
    is_active bigint not null
) without rowid;

-- Items and categories that count; without any all do.
create table rebate_scope (
    version_id bigint not null,
    line_no bigint not null,
    scope_kind text not null,
    scope_id bigint not null,
    primary key (version_id, line_no)
) without rowid;

-- From a quantity or an amount on (×10⁴) a fraction of the amount or money a unit (×10⁶), rising.
create table rebate_tier (
    version_id bigint not null,
    line_no bigint not null,
    reached bigint not null,
    rate bigint not null,
    primary key (version_id, line_no)
) without rowid;
