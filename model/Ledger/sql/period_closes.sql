-- Closes of periods, the latest first.
select closed.closed_to, entry.recorded_at, entry.actor, closed.seq
from period_close as closed
inner join entry on entry.seq = closed.seq
order by closed.seq desc;
