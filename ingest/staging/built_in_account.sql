-- Accounts that documents book on without a version of their own.
create or replace temp table staging_built_in_account (
    account_code varchar not null,
    account_name varchar not null,
    account_name_en varchar not null,
);
