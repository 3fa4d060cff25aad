-- Who may sign in. Columns are bigint or text, so that one file serves both engines: instants
-- are Unix milliseconds UTC (0 = never), flags are 0 or 1. Nothing is null.
create table account (
    account_id bigint not null primary key,
    name text not null,
    -- The name as it is compared: compatibility form (full width = half width), upper case.
    name_key text not null,
    password_hash text not null,
    role text not null,
    locale text not null,
    is_active bigint not null,
    created_at bigint not null,
    -- Changes with every change that must end open sessions: password, role, deactivation.
    stamp text not null,
    failed_count bigint not null,
    locked_until bigint not null
);

create unique index account_name on account (name_key);
