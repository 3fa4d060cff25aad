-- Tokens of programs that use the API. The secret itself is nowhere: only its SHA-256 is kept, in
-- lower-case hex. scopes are separated by blanks; instants as in account, 0 = never.
create table token (
    token_id bigint not null primary key,
    name text not null,
    name_key text not null,
    secret_hash text not null,
    scopes text not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint not null,
    last_used_at bigint not null
);

create unique index token_name on token (name_key);

create unique index token_secret on token (secret_hash);
