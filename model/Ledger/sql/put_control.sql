insert into state_control (block, month_key, measure, total)
values (@block, @month_key, @measure, @total)
on conflict (block, month_key, measure) do update set
    total = excluded.total;
