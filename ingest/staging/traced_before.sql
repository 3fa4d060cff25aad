-- The last step of a trace code before those that are added, and how many steps there were.
create temp table staging_traced_before (
    seq bigint not null,
    location bigint not null,
    steps bigint not null,
    code varchar not null,
);
