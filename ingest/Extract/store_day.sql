-- The last entry of each store and business day after the given one, with the moment it was
-- recorded.
with last_entry as (
    select
        document.store_id as store_id,
        document.business_date as business_date,
        max(document.seq) as seq
    from document as document
    where document.seq > @from_seq and document.seq <= @to_seq and document.store_id > 0
    group by document.store_id, document.business_date
)
select
    last_entry.store_id,
    last_entry.business_date,
    last_entry.seq,
    entry.recorded_at
from last_entry as last_entry
inner join entry as entry on entry.seq = last_entry.seq
order by last_entry.store_id, last_entry.business_date;
