-- No money movement may name a store, a party or a day that its dimension does not hold.
select
    money.document_key as document_key,
    money.line_no as line_no,
    money.store_id as store_id,
    money.party_id as party_id,
    money.business_date as business_date,
from fact_money as money
left join (select distinct known.store_id from dim_store as known) as store
    on store.store_id = money.store_id
left join (select distinct known.party_id from dim_party as known) as party
    on party.party_id = money.party_id
left join dim_date as calendar on calendar.calendar_date = money.business_date
where store.store_id is null
    or party.party_id is null
    or calendar.date_key is null
order by money.document_key, money.line_no
limit 100;
