-- The rows of a Parquet file as they stand in it. Old writers leave texts as bytes; folders' names
-- are no columns.
from read_parquet($path, binary_as_string = true, hive_partitioning = false);
