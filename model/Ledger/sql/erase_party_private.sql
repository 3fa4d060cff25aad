update party_private set
    party_name = null,
    phone = null,
    address = null,
    salt = null
where version_id in (select party.version_id from party where party.party_id = @party_id);
