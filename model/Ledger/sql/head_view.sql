select
    head.seq,
    head.hash,
    coalesce(entry.recorded_at, 0) as recorded_at,
    head.book
from head
left join entry on entry.seq = head.seq
where head.id = 1;
