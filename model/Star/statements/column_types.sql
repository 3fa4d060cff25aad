-- The columns of a table and their types, in the order of the definition.
select
    columns.column_name as column_name,
    columns.data_type as data_type
from duckdb_columns() as columns
where
    columns.database_name = current_database()
    and columns.schema_name = 'main'
    and columns.table_name = $table_name
order by columns.column_index;
