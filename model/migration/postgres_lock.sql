-- One process migrates at a time, whatever the schema; the number is this program's own.
select pg_advisory_xact_lock(20261122);
