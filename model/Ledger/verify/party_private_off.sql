-- Personal fields of a party version that was never posted.
select party_private.version_id
from party_private
left join party on party.version_id = party_private.version_id
where party.version_id is null;
