insert into state_master (kind, code, id, version_id)
values (@kind, @code, @id, @version_id)
on conflict (kind, code) do update set
    id = excluded.id,
    version_id = excluded.version_id;
