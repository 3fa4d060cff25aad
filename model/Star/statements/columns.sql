-- Every column of the star's tables, in the order of the definitions.
select
    columns.table_name as table_name,
    columns.column_name as column_name
from duckdb_columns() as columns
where columns.database_name = current_database() and columns.schema_name = 'main'
order by columns.table_name, columns.column_index;
