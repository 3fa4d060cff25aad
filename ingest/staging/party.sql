-- Rows of the Ledger's party with the name, and when each was recorded.
create temp table staging_party (
    version_id bigint not null,
    party_id bigint not null,
    party_code varchar not null,
    is_customer bigint not null,
    is_supplier bigint not null,
    party_class varchar not null,
    region varchar not null,
    is_active bigint not null,
    settlement_party_id bigint not null,
    term_kind varchar not null,
    term_days bigint not null,
    price_list_id bigint not null,
    employee_id bigint not null,
    licence_valid_to bigint not null,
    party_name varchar not null,
    recorded_at bigint not null,
);

-- Of entries from which to before which a version of a party holds; the first holds for all before.
create temp view staging_party_version as
select
    party.party_id as party_id,
    party.version_id as version_id,
    case
        when lag(party.version_id) over (
            partition by party.party_id order by party.version_id
        ) is null then 0
        else party.version_id
    end as from_seq,
    lead(party.version_id, 1, 9223372036854775807) over (
        partition by party.party_id order by party.version_id
    ) as next_version_id,
from staging_party as party;
