-- How many rows each fact and dimension has now, and had in the served generation.
create or replace temp table staging_row_count (
    table_name varchar not null,
    built_rows bigint not null,
    served_rows bigint not null,
);
