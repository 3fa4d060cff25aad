-- The columns of a table of the base or of an annex, and their types, in the order of the
-- definition.
select
    columns.column_name as column_name,
    columns.data_type as data_type
from duckdb_columns() as columns
where
    not columns.internal
    and columns.database_name <> 'temp'
    and columns.schema_name = 'main'
    and columns.table_name = $table_name
order by columns.column_index;
