-- Addresses that a spreadsheet refreshes one saved question from. The secret in the address is
-- nowhere: only its SHA-256 is kept, in lower-case hex. owner is whose rights count at every
-- reading; instants as in account, 0 = never.
create table live_address (
    live_id bigint not null primary key,
    config_id bigint not null,
    secret_hash text not null,
    owner text not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint not null,
    last_used_at bigint not null
);

create unique index live_secret on live_address (secret_hash);

create index live_config on live_address (config_id);
