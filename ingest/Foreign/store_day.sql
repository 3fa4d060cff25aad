-- The last document of each store and day; the source does not say when it was recorded.
insert into staging_store_day by name
select
    document.store_id as store_id,
    document.business_date as business_date,
    max(document.seq) as seq,
    max(document.business_at) as recorded_at,
from staging_document as document
where document.store_id > 0
group by document.store_id, document.business_date;
