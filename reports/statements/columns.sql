-- Columns of an attached generation's tables. One row per column, in the table's order.
select
    table_name,
    column_name,
    data_type,
from duckdb_columns()
where database_name = $database_name
    and schema_name = $schema_name
order by table_name, column_index
