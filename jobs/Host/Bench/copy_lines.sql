-- The rows of the report as one file, as DuckDB writes it by itself.
copy (from million_lines) to 'lines.copy' (format csv);
