select
    party.version_id,
    party.private_digest,
    party_private.party_name,
    party_private.phone,
    party_private.address,
    party_private.salt
from party
left join party_private on party_private.version_id = party.version_id;
