-- Stock: counts; conventions as in 0001_masters.sql.

-- What was counted (盘点), by line of the count, and what the book said as of its moment, both in the
-- base unit; difference_qty is what was found, negative what was missing.
create table stock_count_line (
    seq bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    depot_id bigint not null,
    batch_id bigint not null,
    bin_id bigint not null,
    book_qty bigint not null,
    counted_qty bigint not null,
    difference_qty bigint not null,
    primary key (seq, line_no)
) without rowid;
