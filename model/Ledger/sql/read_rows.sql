-- The rows of a table that belong to the entries after one and up to another.
-- SQLite only: parameters by place.
select {columns}
from {table}
where {seq} > ?1 and {seq} <= ?2
order by {seq}{then}
