-- Versions of member levels, with the moment each was recorded.
select
    member_level.version_id,
    member_level.member_level_id,
    member_level.member_level_code,
    member_level.member_level_name,
    member_level.rank,
    member_level.points_rate,
    member_level.is_active,
    entry.recorded_at
from member_level as member_level
inner join entry as entry on entry.seq = member_level.version_id
where member_level.version_id <= @to_seq
order by member_level.version_id;
