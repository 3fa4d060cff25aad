-- How many rows a table of the star holds.
select count(*) as row_count
from query_table($table_name);
