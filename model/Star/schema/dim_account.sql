-- One row per version of an account of the chart. Row −1 = none. An account that is booked
-- on without a version of its own has minus its code for key and id.
create table dim_account (
    account_key bigint not null,
    account_id bigint not null,
    account_code varchar not null,
    account_name varchar not null,
    account_name_en varchar not null,
    account_kind varchar not null,
    account_parent varchar not null,
    is_active boolean not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
