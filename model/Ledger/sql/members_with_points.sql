select party_id
from state_member_total
where measure = 'points' and total > 0
order by party_id;
