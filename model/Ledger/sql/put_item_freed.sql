insert into state_item_freed (seq, line_no, freed_on)
values (@seq, @line_no, @freed_on)
on conflict (seq, line_no) do update set
    freed_on = excluded.freed_on;
