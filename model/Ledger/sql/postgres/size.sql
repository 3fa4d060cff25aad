select cast(coalesce(sum(pg_total_relation_size(pg_class.oid)), 0) as bigint) as bytes
from pg_class
inner join pg_namespace on pg_namespace.oid = pg_class.relnamespace
where pg_namespace.nspname = current_schema() and pg_class.relkind = 'r';
