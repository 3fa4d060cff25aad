select
    (select count(*) from entry where seq > @seq)
    + (select count(*) from document where seq > @seq)
    + (select count(*) from document_line where seq > @seq)
    + (select count(*) from cost_adjustment where seq > @seq)
    + (select count(*) from stock_movement where seq > @seq)
    + (select count(*) from money_movement where seq > @seq)
    + (select count(*) from open_item where seq > @seq) as entry_rows;
