-- What is personal of each party version, and the last erasure of its party after it, 0 where there
-- is none.
select
    party.version_id,
    party.private_digest,
    party_private.party_name,
    party_private.phone,
    party_private.address,
    party_private.salt,
    coalesce(erasure.seq, 0) as erased_seq
from party
left join party_private on party_private.version_id = party.version_id
left join (
    select party_id, max(seq) as seq
    from party_erasure
    group by party_id
) as erasure
    on erasure.party_id = party.party_id and erasure.seq > party.version_id;
