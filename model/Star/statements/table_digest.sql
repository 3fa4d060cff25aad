-- Rows of a table, with a sum of their hashes that no order of rows changes.
select
    count(*) as row_count,
    coalesce(sum(hash(line)), 0)::varchar as digest,
from query_table($table_name) as line;
