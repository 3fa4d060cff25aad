-- The source's own sums of the documents that are taken, by month.
insert into staging_control by name
select
    document.business_date // 100 as month_key,
    control.measure as measure,
    sum(
        case
            when control.measure like '%\_lines' escape '\' then control.total
            when control.measure = 'store_documents' then control.total
            else control.total * 10000
        end
    )::bigint as total,
from incoming_control as control
inner join staging_document as document on document.seq = control.document_id
group by all;
