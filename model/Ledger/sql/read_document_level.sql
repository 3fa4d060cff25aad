-- The level a member comes to, and the one before.
select
    coalesce(now.member_level_code, '') as level_code,
    coalesce(before.member_level_code, '') as level_before_code
from member_level_change as change
left join member_level as now on now.version_id = change.level_id
left join member_level as before on before.version_id = change.level_before_id
where change.seq = @seq;
