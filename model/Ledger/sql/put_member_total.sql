insert into state_member_total (party_id, measure, total)
values (@party_id, @measure, @total)
on conflict (party_id, measure) do update set total = excluded.total;
