insert into state_day_close (store_id, business_date, seq)
values (@store_id, @business_date, @seq)
on conflict (store_id, business_date) do update set seq = excluded.seq;
