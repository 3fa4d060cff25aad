-- Lines of orders that were ended. The key of an ending stands after those of all documents: what
-- followed the order at all, did so before.
insert into staging_ended_line by name
with followed as (
    select
        line.original_seq as order_seq,
        line.original_line_no as order_line_no,
        max(document.business_date) as business_date,
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    where line.original_seq > 0
    group by line.original_seq, line.original_line_no
),
last as (
    select max(document.seq) as seq
    from staging_document as document
)
select
    last.seq + dense_rank() over (order by incoming.document_id) as seq,
    epoch_ms(
        coalesce(
            incoming.ended_date,
            strptime(
                greatest(ordered.business_date, followed.business_date)::varchar, '%Y%m%d'
            )::date
        )::timestamp
    ) as local_at,
    incoming.document_id as order_seq,
    incoming.line_no as order_line_no,
    '' as reason_code,
from incoming_ended_line as incoming
inner join staging_document as ordered on ordered.seq = incoming.document_id
cross join last
left join followed
    on followed.order_seq = incoming.document_id and followed.order_line_no = incoming.line_no;
