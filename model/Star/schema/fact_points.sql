-- One row per change of one thing that a member holds: points (积分), what counts for his level, or
-- stored value (储值); what he holds is the sum of a column. Sorted by business_date, party_id,
-- document_key, line_no.
create table fact_points (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    month_key integer not null,
    store_key bigint not null,
    store_id bigint not null,
    party_key bigint not null,
    party_id bigint not null,
    employee_key bigint not null,
    employee_id bigint not null,
    points_qty decimal(18, 4) not null,
    points_earned_qty decimal(18, 4) not null,
    spent_amount decimal(18, 4) not null,
    stored_paid_amount decimal(18, 4) not null,
    stored_bonus_amount decimal(18, 4) not null,
);
