-- Versions of parties with their name and the moment each was recorded. An erased person's name
-- is empty.
select
    party.version_id,
    party.party_id,
    party.party_code,
    party.is_customer,
    party.is_supplier,
    party.party_class,
    party.region,
    party.is_active,
    party.settlement_party_id,
    party.term_kind,
    party.term_days,
    party.price_list_id,
    party.employee_id,
    party.licence_valid_to,
    coalesce(private.party_name, '') as party_name,
    entry.recorded_at
from party as party
inner join entry as entry on entry.seq = party.version_id
left join party_private as private on private.version_id = party.version_id
where party.version_id <= @to_seq
order by party.version_id;
