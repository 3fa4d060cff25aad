-- The entry that a generation says it is complete to.
select entry.hash
from entry as entry
where entry.seq = @to_seq;
