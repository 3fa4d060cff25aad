select
    (select count(*) from entry)
    + (select count(*) from document)
    + (select count(*) from document_line)
    + (select count(*) from cost_adjustment)
    + (select count(*) from stock_movement)
    + (select count(*) from money_movement) as entry_rows;
