-- Rows of a table by month, with a sum of their hashes that no order of rows changes.
select
    line.month_key as month_key,
    count(*) as row_count,
    sum(hash(line))::varchar as digest,
from query_table($table_name) as line
group by line.month_key
order by line.month_key;
