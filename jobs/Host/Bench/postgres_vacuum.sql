vacuum analyze sale_line;
