-- What is known of days with documents is kept aside: which days are to be there changes with every
-- day and every store.
create or replace temp table staging_known_store_day as
select
    known.store_id as store_id,
    known.business_date as business_date,
    known.document_count as document_count,
    known.sales_document_count as sales_document_count,
    known.first_business_at as first_business_at,
    known.last_business_at as last_business_at,
    known.last_recorded_at as last_recorded_at,
    known.last_document_key as last_document_key,
    known.close_document_key as close_document_key,
from fact_store_day as known
where known.document_count > 0;
delete from fact_store_day;
