-- Members, what they hold, coupons and promotions' terms; conventions as in 0001_masters.sql.

-- Levels of members (会员等级): the price list they buy by, points for a yuan, the worth of a point
-- (both ×10⁶), and what one must have spent or earned to be of it.
create table member_level (
    version_id bigint not null primary key,
    member_level_id bigint not null,
    member_level_code text not null,
    member_level_name text not null,
    rank bigint not null,
    price_list_id bigint not null,
    points_rate bigint not null,
    point_value bigint not null,
    least_spent bigint not null,
    least_points bigint not null,
    is_active bigint not null
) without rowid;

-- Rules by which the clerk who first served a customer keeps a share (×10⁶) of later sales, for so
-- many days; 0 days is for good.
create table share_rule (
    version_id bigint not null primary key,
    share_rule_id bigint not null,
    share_rule_code text not null,
    share bigint not null,
    days bigint not null,
    is_active bigint not null
) without rowid;

-- Terms of a promotion beyond one price: the items and quantities of a bundle, the thresholds of
-- what is given off an amount spent.
create table promotion_term (
    version_id bigint not null,
    line_no bigint not null,
    item_id bigint not null,
    qty bigint not null,
    threshold_amount bigint not null,
    off_amount bigint not null,
    off_rate bigint not null,
    primary key (version_id, line_no)
) without rowid;

-- What changes of what a member holds: points, points_earned, spent, stored_paid, stored_bonus.
create table member_movement (
    seq bigint not null,
    line_no bigint not null,
    party_id bigint not null,
    measure text not null,
    business_date bigint not null,
    amount bigint not null,
    primary key (seq, line_no)
) without rowid;

create index member_movement_party on member_movement (party_id, business_date);

create table member_level_change (
    seq bigint not null primary key,
    party_id bigint not null,
    level_before_id bigint not null,
    level_id bigint not null
) without rowid;

-- Coupons issued (代金券); party_id is who alone may use it, bearer_id the supplier who bears it.
create table coupon (
    seq bigint not null,
    line_no bigint not null,
    coupon_code text not null,
    party_id bigint not null,
    bearer_id bigint not null,
    face_amount bigint not null,
    least_spent bigint not null,
    valid_from bigint not null,
    valid_to bigint not null,
    primary key (seq, line_no)
) without rowid;

-- The clerk who first served a customer; employee −1 where a reversal takes that back.
create table first_clerk (
    seq bigint not null primary key,
    party_id bigint not null,
    employee_id bigint not null
) without rowid;

create table state_member_total (
    party_id bigint not null,
    measure text not null,
    total bigint not null,
    primary key (party_id, measure)
) without rowid;

create table state_member_level (
    party_id bigint not null primary key,
    level_id bigint not null
) without rowid;

-- seq and line_no are those of the issue, −1 where it was reversed; used_seq −1 where not used.
create table state_coupon (
    coupon_code text not null primary key,
    seq bigint not null,
    line_no bigint not null,
    used_seq bigint not null
) without rowid;

create table state_first_clerk (
    party_id bigint not null primary key,
    employee_id bigint not null,
    seq bigint not null
) without rowid;
