-- No fact and no dimension may have lost more than a tenth of the rows of the served generation.
-- Where it lost them rightly, say so: 'analytics snapshot --accept-shrink'.
select
    counted.table_name as table_name,
    counted.served_rows as served_rows,
    counted.built_rows as built_rows,
from staging_row_count as counted
where counted.built_rows * 10 < counted.served_rows * 9
order by counted.table_name;
