create table if not exists plain (
    id bigint generated always as identity primary key,
    c0 bigint, c1 bigint, c2 bigint, c3 bigint, c4 bigint, c5 bigint, c6 bigint, c7 bigint
);
