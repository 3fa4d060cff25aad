-- Saved questions. Every saving is a version; the newest counts, and a deleted one keeps its own.
-- shared_with lists names by line feeds, "*" is everybody; instants as in account, 0 = never.
create table config (
    config_id bigint not null primary key,
    name text not null,
    name_key text not null,
    owner text not null,
    shared_with text not null,
    version bigint not null,
    deleted_at bigint not null
);

create unique index config_name on config (name_key);

create table config_version (
    config_id bigint not null,
    version bigint not null,
    content text not null,
    saved_by text not null,
    saved_at bigint not null,
    primary key (config_id, version)
);
