-- The table as one file, as DuckDB writes it by itself.
copy fact_sales to 'sales.parquet' (format parquet, compression zstd);
