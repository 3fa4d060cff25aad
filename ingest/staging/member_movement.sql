-- Rows of the Ledger's member_movement.
create temp table staging_member_movement (
    seq bigint not null,
    line_no bigint not null,
    party_id bigint not null,
    measure varchar not null,
    business_date bigint not null,
    amount bigint not null,
);
