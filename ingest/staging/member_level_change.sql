-- Rows of the Ledger's member_level_change.
create temp table staging_member_level_change (
    seq bigint not null,
    party_id bigint not null,
    level_id bigint not null,
);
