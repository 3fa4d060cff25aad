insert into state_member_level (party_id, level_id)
values (@party_id, @level_id)
on conflict (party_id) do update set level_id = excluded.level_id;
