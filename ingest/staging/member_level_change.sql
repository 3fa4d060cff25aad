-- Rows of the Ledger's member_level_change.
create temp table staging_member_level_change (
    seq bigint not null,
    party_id bigint not null,
    level_id bigint not null,
);

-- Of entries from which to before which a party is a member of a level.
create temp view staging_member_span as
select
    change.party_id as party_id,
    change.level_id as level_id,
    change.seq as from_seq,
    lead(change.seq, 1, 9223372036854775807) over (
        partition by change.party_id order by change.seq
    ) as before_seq,
from staging_member_level_change as change;
