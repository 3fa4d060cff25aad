create table if not exists migration (
    number bigint not null primary key,
    name text not null,
    checksum text not null
);
