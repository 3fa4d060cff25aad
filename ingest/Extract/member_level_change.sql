-- Changes of members' levels.
select
    change.seq,
    change.party_id,
    change.level_id
from member_level_change as change
where change.seq <= @to_seq
order by change.seq;
