-- What a mapping gives of lines of orders that were ended with the rest undone. Without a day it is
-- that of the last line that followed. Not null: needed; the others may be left out.
create temp table incoming_ended_line (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    ended_date date,
);
