-- One row: which generation this file is a copy of.
create table copied_from (
    generation varchar not null,
    seq bigint not null,
    complete_to timestamp not null
)
