-- How many rows of a table were not taken.
select count(distinct refused.row_no) as row_count
from quarantined as refused
where refused.table_name = $table_name;
