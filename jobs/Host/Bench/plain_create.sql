pragma journal_mode = wal;
pragma synchronous = full;
create table if not exists plain (
    id integer primary key,
    c0 bigint, c1 bigint, c2 bigint, c3 bigint, c4 bigint, c5 bigint, c6 bigint, c7 bigint
);
