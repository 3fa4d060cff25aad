-- What a mapping gives of accounts: the code by which entries name it, and the one of the standard
-- chart (会计科目) that it stands for. Not null: needed; the others may be left out.
create temp table incoming_account (
    row_no bigint not null,
    account_code varchar not null,
    chart_code varchar not null,
    account_name varchar not null,
    is_active boolean,
);
