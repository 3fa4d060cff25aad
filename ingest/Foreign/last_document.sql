-- The last document that is taken, and its day.
select
    max(document.seq) as seq,
    max(document.business_date) as business_date,
from staging_document as document;
