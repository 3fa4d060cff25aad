-- Rows of the Ledger's coupon; the face is negative where an issue was taken back.
create temp table staging_coupon (
    seq bigint not null,
    line_no bigint not null,
    coupon_code varchar not null,
    party_id bigint not null,
    bearer_id bigint not null,
    face_amount bigint not null,
    least_spent bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
);
