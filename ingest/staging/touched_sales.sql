-- Days and months of sales that have rows of entries after $from_seq.
create or replace temp table staging_touched_sales as
select distinct
    sales.business_date as business_date,
    sales.month_key as month_key,
from fact_sales as sales
where sales.document_key > $from_seq;
