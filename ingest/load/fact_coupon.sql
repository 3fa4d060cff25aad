-- Coupons issued, and used on tickets. Sorted by business_date, document_key, line_no, event.
insert into fact_coupon by name
with events as (
    select
        coupon.seq as seq,
        coupon.line_no as line_no,
        case when coupon.face_amount >= 0 then 'issued' else 'revoked' end as event,
        coupon.coupon_code as coupon_code,
        coupon.party_id as holder_id,
        coupon.bearer_id as bearer_id,
        coupon.least_spent as least_spent,
        coupon.valid_from as valid_from,
        coupon.valid_to as valid_to,
        coupon.face_amount as issued,
        0 as used,
    from staging_coupon as coupon
    union all by name
    select
        part.seq as seq,
        part.line_no as line_no,
        case when part.amount >= 0 then 'used' else 'unused' end as event,
        part.coupon_code as coupon_code,
        document.party_id as holder_id,
        part.party_id as bearer_id,
        0 as least_spent,
        -1 as valid_from,
        -1 as valid_to,
        0 as issued,
        part.amount as used,
    from staging_document_tender as part
    inner join staging_document as document on document.seq = part.seq
    where part.coupon_code <> ''
)
select
    coupon.seq as document_key,
    coupon.line_no as line_no,
    coupon.event as event,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as business_date,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    coalesce(party.version_id, -1) as party_key,
    coupon.holder_id as party_id,
    coupon.bearer_id as bearer_id,
    coupon.coupon_code as coupon_code,
    (coupon.least_spent * 0.0001)::decimal(18, 4) as least_spent_amount,
    case when coupon.valid_from > 0 then make_date(
        coupon.valid_from // 10000,
        coupon.valid_from // 100 % 100,
        coupon.valid_from % 100
    ) end as valid_from_date,
    case when coupon.valid_to > 0 then make_date(
        coupon.valid_to // 10000,
        coupon.valid_to // 100 % 100,
        coupon.valid_to % 100
    ) end as valid_to_date,
    case coupon.event when 'issued' then 1 when 'revoked' then -1 else 0 end as issued_count,
    case coupon.event when 'used' then 1 when 'unused' then -1 else 0 end as used_count,
    (coupon.issued * 0.0001)::decimal(18, 4) as issued_amount,
    (coupon.used * 0.0001)::decimal(18, 4) as used_amount,
from events as coupon
inner join staging_document as document on document.seq = coupon.seq
left join staging_party_version as party
    on party.party_id = coupon.holder_id
    and coupon.seq >= party.from_seq
    and coupon.seq < party.next_version_id
order by document.business_date, coupon.seq, coupon.line_no, coupon.event;
