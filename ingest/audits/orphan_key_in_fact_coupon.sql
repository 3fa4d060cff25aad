-- No coupon may name a store, a party or a day
-- that its dimension does not hold.
select
    coupon.document_key as document_key,
    coupon.line_no as line_no,
    coupon.store_key as store_key,
    coupon.party_key as party_key,
    coupon.party_id as party_id,
    coupon.business_date as business_date,
from fact_coupon as coupon
left join dim_store as store
    on store.store_key = coupon.store_key and store.store_id = coupon.store_id
left join dim_party as party
    on party.party_key = coupon.party_key and party.party_id = coupon.party_id
left join dim_date as calendar on calendar.calendar_date = coupon.business_date
where store.store_key is null
    or party.party_key is null
    or calendar.date_key is null
order by coupon.document_key, coupon.line_no
limit 100;
